package driver

import (
	"testing"

	"golang.org/x/tools/go/packages"
)

// A package that was asked for is analysed or named, whatever the go command
// answers the second time.
func TestLost(t *testing.T) {
	pkg := func(id, path string) *packages.Package { return &packages.Package{ID: id, PkgPath: path} }
	asked := map[string]bool{"m/a": true, "m/b": true, "m/b [m/b.test]": true, "m/c": true, "m/c [m/c.test]": true}
	roots := []*packages.Package{pkg("m/a", "m/a"), pkg("m/b", "m/b"), pkg("m/b [m/b.test]", "m/b"), pkg("m/c", "m/c"), pkg("m/c [m/c.test]", "m/c"), pkg("x/d", "x/d")}
	l := &loader{}
	l.tellLost(asked, roots, []*packages.Package{pkg("m/a", "m/a"), pkg("m/b [m/b.test]", "m/b")})
	if len(l.problems) != 1 || l.problems[0].Package != "m/c" {
		t.Errorf("want one problem, of m/c; have %v", l.problems)
	}
}
