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

func TestAny(t *testing.T) {
	for _, test := range []struct {
		name, list string
		want       bool
	}{
		{"endSession", "begin end", true},
		{"endSession", "begin  session", true},
		{"sendSession", "end sess", false},
		{"", "end", false},
		{"end", "", false},
	} {
		if got := Any(Split(test.name), test.list); got != test.want {
			t.Errorf("Any(%q, %q) = %v", test.name, test.list, got)
		}
	}
}
