package baseline

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// FuzzRead: a file that somebody else wrote is a baseline or is refused with
// its name, and what is read can be written and read again.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		`{"version": 1, "findings": [{"fingerprint": "a", "rule": "tokenlog", "file": "../../etc/passwd", "message": "\u001b[2J"}]}`,
		`{"version": 1}`, `{"version": 1} {}`, `{"version": "1"}`, `[[[[`, "\xff", `{"findings": [{}]}`, `{"version": 1, "findings": [{"fingerprint": "\ud800"}]}`,
	} {
		f.Add([]byte(seed))
	}
	dir := f.TempDir()
	name, again := filepath.Join(dir, "b.json"), filepath.Join(dir, "again.json")
	f.Fuzz(func(t *testing.T, data []byte) {
		if err := os.WriteFile(name, data, 0o666); err != nil {
			t.Fatal(err)
		}
		b, err := Read(name)
		if err != nil {
			if !strings.Contains(err.Error(), name) || strings.ContainsAny(strings.ReplaceAll(err.Error(), name, ""), "\x1b\x00") {
				t.Fatalf("%q", err)
			}
			return
		}
		if err := Write(again, b.findings); err != nil {
			t.Fatal(err)
		}
		second, err := Read(again)
		if err != nil || len(second.known) != len(b.known) {
			t.Fatalf("%v: %d known, then %d", err, len(b.known), len(second.known))
		}
	})
}
