package words

import (
	"slices"
	"testing"
)

func TestSplit(t *testing.T) {
	for name, want := range map[string][]string{
		"":                   nil,
		"sid":                {"sid"},
		"session_id":         {"session", "id"},
		"sessionID":          {"session", "id"},
		"APIKey":             {"api", "key"},
		"X-CSRF-Token":       {"x", "csrf", "token"},
		"__Host-authToken":   {"host", "auth", "token"},
		"connect.sid":        {"connect", "sid"},
		"JSESSIONID":         {"jsessionid"},
		"oauth2TokenEndUser": {"oauth2", "token", "end", "user"},
	} {
		if got := Split(name); !slices.Equal(got, want) {
			t.Errorf("Split(%q) = %q, want %q", name, got, want)
		}
	}
}

// TestSplitAllocates: only the list of words, not the words. Every call in
// every package is asked for its name.
func TestSplitAllocates(t *testing.T) {
	if n := testing.AllocsPerRun(100, func() { Split("session_token_id") }); n > 3 {
		t.Errorf("%v allocations", n)
	}
}
