package sessionlint_test

import (
	"slices"
	"strings"
	"testing"
)

const module = "github.com/sessionlint/sessionlint"

// A floor is a part of the house. It may import the floors below it.
type floor int

const (
	internals floor = iota
	passes
	rule     // analyzers/<rule>
	registry // analyzers
	faces    // cmd, plugin, and the generator of the documentation
)

func floorOf(path string) floor {
	switch path = strings.TrimPrefix(path, module+"/"); {
	case path == "internal/docgen", under(path, "cmd"), under(path, "plugin"), path == module:
		return faces
	case path == "analyzers":
		return registry
	case under(path, "analyzers"):
		return rule
	case under(path, "passes"):
		return passes
	}
	return internals
}

// passOrder lists the passes, each importing only those behind it.
func passOrder() []string {
	return []string{"survey", "caching", "impersonating", "webhandlers", "bearer", "oauthflow", "accounts", "guards", "plainclaims", "saves", "sharing", "records", "routes", "tokenflow", "settings", "lazyssa", "sessionmodel", "shipped", "references", "paths", "follow", "calls", "fields"}
}

const (
	// harness runs the fixtures. Only tests import it, and so it may remember
	// in a variable what it has loaded.
	harness = module + "/internal/linttest"
	// versions compares versions, which defaults depend on.
	versions = "golang.org/x/mod/semver"
)

// objection says why package from must not import package to, or nothing.
func objection(from, to string) string {
	switch own := under(to, module); {
	case to == harness:
		return "it is for tests only"
	case under(from, module+"/internal/model") && !std(to) && !under(to, module+"/internal/model") && to != versions:
		return "the model imports the standard library only"
	case under(to, "honnef.co/go/tools") && floorOf(from) > passes:
		return "honnef packages are for internal and passes"
	case !own:
		return ""
	case floorOf(to) > floorOf(from):
		return "it is on a higher floor"
	case floorOf(to) < floorOf(from):
		return ""
	case floorOf(from) == rule:
		return "rules never import rules"
	case floorOf(from) == passes:
		return passObjection(from, to)
	}
	return ""
}

func passObjection(from, to string) string {
	above, below := slices.Index(passOrder(), passName(from)), slices.Index(passOrder(), passName(to))
	switch {
	case above < 0 || below < 0:
		return "one of them is missing in passOrder"
	case above > below:
		return "it is listed above the importing pass"
	}
	return ""
}

// passName returns the element of the path that follows passes/.
func passName(path string) string {
	name, _, _ := strings.Cut(strings.TrimPrefix(path, module+"/passes/"), "/")
	return name
}

// under reports whether path is root or below it.
func under(path, root string) bool { return path == root || strings.HasPrefix(path, root+"/") }

// std reports whether path is of the standard library.
func std(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".")
}

func TestObjection(t *testing.T) {
	for _, test := range []struct {
		from, to string
		fine     bool
	}{
		{"cmd/sessionlint", "analyzers", true},
		{"internal/docgen", "analyzers", true},
		{"plugin/golangci", "analyzers", true},
		{"analyzers", "analyzers/cookiesecure", true},
		{"analyzers/cookiesecure", "passes/settings", true},
		{"analyzers/cookiesecure", "internal/rule", true},
		{"analyzers/cookiesecure", "analyzers/cookiescope", false},
		{"analyzers/cookiesecure", "analyzers", false},
		{"passes/settings", "passes/lazyssa", true},
		{"passes/lazyssa", "passes/settings", false},
		{"passes/settings", "passes/unheard", false},
		{"passes/settings", "analyzers/cookiesecure", false},
		{"internal/driver", "internal/evidence", true},
		{"internal/driver", "passes/settings", false},
		{"internal/driver", "cmd/sessionlint", false},
		{"internal/model/lib", "internal/model", true},
		{"internal/model", "internal/evidence", false},
		{"internal/driver", "internal/linttest", false},
	} {
		if got := objection(module+"/"+test.from, module+"/"+test.to); (got == "") != test.fine {
			t.Errorf("%s imports %s: %q", test.from, test.to, got)
		}
	}
	if objection(module+"/internal/model", "golang.org/x/tools/go/analysis") == "" {
		t.Error("the model may import x/tools")
	}
	if objection(module+"/internal/model", "go/types") != "" {
		t.Error("the model may not import go/types")
	}
	if objection(module+"/analyzers/x", "honnef.co/go/tools/analysis/edit") == "" {
		t.Error("a rule may import honnef")
	}
}
