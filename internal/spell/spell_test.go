package spell

import (
	"strings"
	"testing"
)

func TestDidYouMean(t *testing.T) {
	known := []string{"level", "confidence", "cookiesecure", "cookiescope"}
	tests := []struct{ word, want string }{
		{"levle", ` (did you mean "level"?)`},
		{"Level", ` (did you mean "level"?)`},
		{"cookiesecur", ` (did you mean "cookiesecure"?)`},
		{"cokiescope", ` (did you mean "cookiescope"?)`},
		{"banana", ""},
		{"", ""},
		{strings.Repeat("x", 1000), ""},
	}
	for _, test := range tests {
		if got := DidYouMean(test.word, known); got != test.want {
			t.Errorf("DidYouMean(%.20q) = %q, want %q", test.word, got, test.want)
		}
	}
}
