package directive

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	ignore := func(reason string, rules ...string) Directive {
		return Directive{Verb: Ignore, Native: true, Rules: rules, Reason: reason}
	}
	nolint := func(reason string) Directive { return Directive{Verb: Ignore, AllRules: true, Reason: reason} }
	tests := []struct {
		comment string
		want    Directive
	}{
		{"//sessionlint:ignore cookiesecure behind a proxy", ignore("behind a proxy", "cookiesecure")},
		{"//sessionlint:ignore a,b reason", ignore("reason", "a", "b")},
		{"//sessionlint:ignore a, b reason", ignore("reason", "a", "b")},
		{"//sessionlint:ignore\ta\treason", ignore("reason", "a")},
		{"//sessionlint:ignore a see https://example.com/x // remark", ignore("see https://example.com/x", "a")},
		{"//sessionlint:role logout", Directive{Verb: Role, Native: true, Role: "logout"}},
		{"//sessionlint:verified 3.5.3 by the gateway", Directive{Verb: Verified, Native: true, Requirement: "3.5.3", Reason: "by the gateway"}},
		{"//sessionlint:verified V7.2.4 by hand", Directive{Verb: Verified, Native: true, Requirement: "V7.2.4", Reason: "by hand"}},
		{"//nolint", nolint("nolint")},
		{"// nolint", nolint("nolint")},
		{"//nolint // legacy", nolint("legacy")},
		{"//nolint:sessionlint", nolint("nolint")},
		{"//nolint:gosec,SessionLint // legacy", nolint("legacy")},
		{"//nolint:gosec, sessionlint", nolint("nolint")},
		{"//nolint:all", nolint("nolint")},
		{"//lint:ignore sessionlint old code", Directive{Verb: Ignore, Rules: []string{"sessionlint"}, AllRules: true, Reason: "old code"}},
		{"//lint:ignore SA1000,cookiesecure old code", Directive{Verb: Ignore, Rules: []string{"SA1000", "cookiesecure"}, Reason: "old code"}},
	}
	for _, test := range tests {
		if d, ok := Parse(test.comment); !ok || !reflect.DeepEqual(d, test.want) {
			t.Errorf("Parse(%q) = %+v, %v, want %+v", test.comment, d, ok, test.want)
		}
	}
}

func TestParseProblems(t *testing.T) {
	tests := []struct{ comment, category string }{
		{"//sessionlint:", "unknown-verb"},
		{"//sessionlint:ignroe a b", "unknown-verb"},
		{"//sessionlint: ignore", "bad-argument"},
		{"//sessionlint:ignore", "bad-argument"},
		{"//sessionlint:ignore ,", "bad-argument"},
		{"//sessionlint:ignore a", "missing-reason"},
		{"//sessionlint:ignore a, b", "missing-reason"},
		{"//sessionlint:ignore a // no reason", "missing-reason"},
		{"//sessionlint:role", "bad-argument"},
		{"//sessionlint:role king", "bad-argument"},
		{"//sessionlint:role login now", "bad-argument"},
		{"//sessionlint:verified", "bad-argument"},
		{"//sessionlint:verified CWE-384 why", "bad-argument"},
		{"//sessionlint:verified 3.5.3", "missing-reason"},
		{"// sessionlint:ignore a b", "spaced"},
	}
	for _, test := range tests {
		d, ok := Parse(test.comment)
		if !ok || d.Problem == nil || d.Problem.Category != test.category {
			t.Errorf("Parse(%q) = %+v, %v, want problem %s", test.comment, d, ok, test.category)
		}
	}
}

func TestParseOthers(t *testing.T) {
	for _, comment := range []string{
		"", "//", "// a comment", "/*sessionlint:ignore a b*/", "sessionlint:ignore a b", "// sessionlint: the tool",
		"// \tsessionlint:ignore in an example", "//nolinter", "//nolint:gosec", "//nolint:gosec // sessionlint", "//lint:ignore SA1000",
		"//lint:ignoreall", "//go:noinline", "//sessionlint",
	} {
		if d, ok := Parse(comment); ok {
			t.Errorf("Parse(%q) = %+v, want none", comment, d)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"//sessionlint:ignore a, b reason // remark", "//sessionlint:role login", "//sessionlint:verified 3.5.3 x",
		"//nolint:sessionlint // x", "//lint:ignore a b", "// sessionlint:ignore", "//sessionlint:ignore ,,,",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, comment string) {
		d, ok := Parse(comment)
		if !ok {
			if !reflect.DeepEqual(d, Directive{}) || strings.HasPrefix(comment, "//sessionlint:") && !strings.ContainsAny(comment, "\n\r") {
				t.Fatalf("%q is no directive but %+v", comment, d)
			}
			return
		}
		if d.Problem != nil {
			if d.Problem.Category == "" || d.Problem.Message == "" {
				t.Fatalf("%q: empty problem", comment)
			}
			return
		}
		good := false
		switch d.Verb {
		case Ignore:
			good = d.Reason != "" && (d.AllRules || len(d.Rules) > 0) && !slices.Contains(d.Rules, "")
		case Role:
			good = slices.Contains(Roles(), d.Role)
		case Verified:
			good = d.Requirement != "" && d.Reason != ""
		}
		if !good {
			t.Fatalf("%q: well-formed but %+v", comment, d)
		}
	})
}
