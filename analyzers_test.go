package sessionlint_test

import (
	"go/types"
	"strings"
	"testing"
)

// TestRulePackages: each package of a rule exports an analyzer by the name of
// Analyzer, which is what nogo of Bazel asks for, and nothing else.
func TestRulePackages(t *testing.T) {
	rules := 0
	for _, pkg := range load(t) {
		if floorOf(pkg.PkgPath) != rule {
			continue
		}
		rules++
		if strings.Contains(strings.TrimPrefix(pkg.PkgPath, module+"/analyzers/"), "/") {
			t.Errorf("%s: rules are not nested", pkg.PkgPath)
		}
		for _, why := range faults(pkg.Types) {
			t.Errorf("%s %s", pkg.PkgPath, why)
		}
	}
	if rules == 0 {
		t.Error("there are no rules")
	}
}

// faults says how a package differs from one that a rule may have.
func faults(pkg *types.Package) []string {
	var list []string
	analyzer := pkg.Scope().Lookup("Analyzer")
	if _, ok := analyzer.(*types.Var); !ok || types.TypeString(analyzer.Type(), nil) != "*golang.org/x/tools/go/analysis.Analyzer" {
		list = append(list, "has no variable Analyzer of type *analysis.Analyzer")
	}
	for _, name := range pkg.Scope().Names() {
		if name != "Analyzer" && pkg.Scope().Lookup(name).Exported() {
			list = append(list, "exports "+name)
		}
	}
	return list
}

func TestFaults(t *testing.T) {
	tools := types.NewPackage("golang.org/x/tools/go/analysis", "analysis")
	analyzer := types.NewNamed(types.NewTypeName(0, tools, "Analyzer", nil), types.NewStruct(nil, nil), nil)
	for _, test := range []struct {
		vars map[string]types.Type
		want int
	}{
		{map[string]types.Type{"Analyzer": types.NewPointer(analyzer), "helper": types.Typ[types.Int]}, 0},
		{map[string]types.Type{"Analyzer": types.NewPointer(analyzer), "Helper": types.Typ[types.Int]}, 1},
		{map[string]types.Type{"Analyzer": analyzer}, 1},
		{nil, 1},
	} {
		pkg := types.NewPackage("p", "p")
		for name, typ := range test.vars {
			pkg.Scope().Insert(types.NewVar(0, pkg, name, typ))
		}
		if have := faults(pkg); len(have) != test.want {
			t.Errorf("%v: faults %q, want %d", test.vars, have, test.want)
		}
	}
}
