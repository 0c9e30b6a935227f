package settings

import (
	"testing"
	"time"
)

func TestLifetime(t *testing.T) {
	for d, want := range map[time.Duration]string{
		15 * time.Minute:                "15m",
		12 * time.Hour:                  "12h",
		25 * time.Hour:                  "25h",
		48 * time.Hour:                  "2 days",
		1000 * time.Hour:                "1000h",
		8760 * time.Hour:                "365 days",
		8765 * time.Hour:                "365 days",
		0x7fffffff * time.Second:        "68 years",
		90*time.Minute + 30*time.Second: "1h30m30s",
	} {
		if got := Lifetime(d); got != want {
			t.Errorf("Lifetime(%v) = %q, want %q", d, got, want)
		}
	}
}
