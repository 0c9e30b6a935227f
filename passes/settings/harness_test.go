package settings

import (
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"

	"github.com/sessionlint/sessionlint/internal/linttest"
	"github.com/sessionlint/sessionlint/passes/lazyssa"
)

// analyze runs the pass over a module made of the files and returns what it
// did, by import path.
func analyze(t testing.TB, files map[string]string) map[string]*checker.Action {
	t.Helper()
	actions := map[string]*checker.Action{}
	for _, act := range runAll(t, files, Analyzer) {
		if act.Err != nil {
			t.Fatal(act.Err)
		}
		actions[act.Package.PkgPath] = act
	}
	return actions
}

// runAll runs analyzers over a module made of the files, which may be broken.
func runAll(t testing.TB, files map[string]string, analyzers ...*analysis.Analyzer) []*checker.Action {
	t.Helper()
	graph, err := checker.Analyze(analyzers, linttest.Load(t, files), nil)
	if err != nil {
		t.Fatal(err)
	}
	return graph.Roots
}

// TestNoSSA: SSA is built for packages that can touch a session, and for them
// only.
func TestNoSSA(t *testing.T) {
	files := map[string]string{
		"plain/plain.go":   "package plain\n\nimport \"strings\"\n\nfunc Up(s string) string { return strings.ToUpper(s) }\n",
		"web/web.go":       "package web\n\nimport \"net/http\"\n\nfunc Serve(w http.ResponseWriter, r *http.Request) { w.WriteHeader(204) }\n",
		"header/header.go": "package header\n\nimport \"net/http\"\n\nfunc Serve(w http.ResponseWriter) { w.Header().Set(\"X\", \"y\") }\n",
		"cookie/cookie.go": "package cookie\n\nimport \"net/http\"\n\nfunc Set(w http.ResponseWriter, c *http.Cookie) { http.SetCookie(w, c) }\n",
		"user/user.go":     "package user\n\nimport (\n\t\"m.test/cookie\"\n\t\"net/http\"\n)\n\nfunc Set(w http.ResponseWriter) { cookie.Set(w, nil) }\n",
	}
	want := map[string]bool{"m.test/cookie": true, "m.test/user": true, "m.test/plain": false, "m.test/web": false, "m.test/header": false}
	seen := 0
	for _, act := range runAll(t, files, Analyzer, lazyssa.Analyzer) {
		if ssa, ok := act.Result.(*lazyssa.SSA); ok {
			seen++
			if ssa.Built() != want[act.Package.PkgPath] {
				t.Errorf("SSA of %s: built is %v", act.Package.PkgPath, ssa.Built())
			}
		}
	}
	if seen != len(want) {
		t.Errorf("%d packages seen, want %d", seen, len(want))
	}
}
