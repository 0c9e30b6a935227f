package linttest

import "testing"

// TestRealLibraries loads the package of the fixture module that imports every
// library: only it comes from source.
func TestRealLibraries(t *testing.T) {
	pkgs, err := loadOnce(testdata(t), []string{"./src/deps"})
	if err != nil {
		t.Fatal(err)
	}
	if len(pkgs) != 1 || len(pkgs[0].Syntax) == 0 || len(pkgs[0].Imports) != 0 {
		t.Fatalf("%v loaded from source, with imports %v", pkgs, pkgs[0].Imports)
	}
	imports := pkgs[0].Types.Imports()
	if len(imports) < 10 {
		t.Errorf("only %d libraries", len(imports))
	}
	for _, imported := range imports {
		if !imported.Complete() || len(imported.Scope().Names()) == 0 {
			t.Errorf("%s has no declarations", imported.Path())
		}
	}
	again, err := loadOnce(testdata(t), []string{"./src/deps"})
	if err != nil || again[0] != pkgs[0] {
		t.Errorf("loaded a second time: %v", err)
	}
}
