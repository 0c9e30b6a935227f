package routes

import (
	"flag"
	"fmt"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
)

var update = flag.Bool("update", false, "rewrite the golden file")

// TestGolden compares what the pass says about testdata/src/routes with
// routes.golden.
func TestGolden(t *testing.T) {
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadSyntax | packages.NeedModule, Dir: "../../testdata"}, "./src/routes/...")
	if err != nil {
		t.Fatal(err)
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{Analyzer}, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, act := range graph.Roots {
		if act.Err != nil {
			t.Fatal(act.Err)
		}
		lines = append(lines, describe(act.Package.Fset, act.Result.(*Routes))...)
	}
	slices.Sort(lines)
	got := strings.Join(lines, "\n") + "\n"
	const golden = "testdata/routes.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("rewrite with -update; got\n%s", got)
	}
}

// describe lists routes, handlers and functions that answer.
func describe(fset *token.FileSet, r *Routes) []string {
	var lines []string
	at := func(pos token.Pos) string {
		p := fset.Position(pos)
		return fmt.Sprintf("%s:%03d", filepath.Base(p.Filename), p.Line)
	}
	for _, route := range r.Routes() {
		chain := ""
		for _, m := range route.Middleware {
			chain += " behind " + m.Name()
			if r.Guards(m) {
				chain += "!"
			}
		}
		open := ""
		if route.Relayed {
			chain += " relayed"
		}
		if route.Open {
			open = "…"
		}
		lines = append(lines, fmt.Sprintf("%s route %s %s%s -> %s%s", at(route.Pos()), route.Method, open, route.Path, route.Handler.Name(), chain))
	}
	for _, h := range r.Handlers() {
		lines = append(lines, fmt.Sprintf("%s handler %s proof=%d middleware=%v buffered=%v routes=%d", at(h.Fn.Pos()), h.Fn.Name(), h.Proof, h.Middleware, h.Buffered(), len(h.Routes)))
	}
	if r.engine != nil {
		for _, fn := range r.engine.funcs {
			if s := r.engine.summaries[fn]; s.May != 0 {
				lines = append(lines, fmt.Sprintf("%s answer %s must=[%v] may=[%v] status=%d", at(fn.Pos()), fn.Name(), s.Must, s.May, s.status))
			}
		}
	}
	return lines
}
