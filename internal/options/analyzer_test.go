package options

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// TestMerge: flags win over the file, and that over the defaults.
func TestMerge(t *testing.T) {
	root := t.TempDir()
	write(t, filepath.Join(root, "app/go.mod"), "")
	write(t, filepath.Join(root, "app", FileName), "level: 2\nnames: [fromfile]\nseverity: info\n")
	write(t, filepath.Join(root, "bad/go.mod"), "")
	write(t, filepath.Join(root, "bad", FileName), "level: 9\n")
	write(t, filepath.Join(root, "mod/corp.example/auth@v1.0.0/go.mod"), "")
	write(t, filepath.Join(root, "mod/corp.example/auth@v1.0.0", FileName), "level: 9\n")

	flags := newFlags()
	a := newAnalyzer(flags)
	for name, text := range map[string]string{"level": "3", "tests": "true"} {
		if err := a.Flags.Set(name, text); err != nil {
			t.Fatal(err)
		}
	}

	o, err := merge(pass(t, filepath.Join(root, "app/web")), flags)
	if err != nil {
		t.Fatal(err)
	}
	if o.Level != 3 || !o.Tests || !slices.Equal(o.Names, []string{"fromfile"}) || o.Severity.String() != "info" || o.ASVS != ASVS403 || o.Foreign {
		t.Errorf("own package has %+v", o)
	}

	o, err = merge(pass(t, filepath.Join(root, "bad/web")), flags)
	if err == nil || !strings.Contains(err.Error(), FileName+":1: level") || o.On("any", 1, 1) {
		t.Errorf("bad file: error %v, options %+v", err, o)
	}

	foreign := pass(t, filepath.Join(root, "mod/corp.example/auth@v1.0.0/cookie"))
	if o, err := merge(foreign, flags); err != nil || !o.Foreign || o.Level != 3 {
		t.Errorf("foreign package has %+v, %v", o, err)
	}
	if err := a.Flags.Set("modules", "corp.example/auth"); err != nil {
		t.Fatal(err)
	}
	if _, err := merge(foreign, flags); err == nil {
		t.Error("the configuration of a module that -modules names is not read")
	}
}

// pass returns the pass of a package with one file in dir.
func pass(t *testing.T, dir string) *analysis.Pass {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, filepath.Join(dir, "a.go"), "package a", 0)
	if err != nil {
		t.Fatal(err)
	}
	return &analysis.Pass{Fset: fset, Files: []*ast.File{file}, Pkg: types.NewPackage("corp.example/auth/cookie", "a")}
}
