package lib

import (
	"go/token"
	"go/types"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"

	"github.com/sessionlint/sessionlint/internal/model"
)

// A world is the pinned libraries of testdata, loaded.
type world struct {
	fset *token.FileSet
	pkgs map[string]*types.Package
}

// load loads packages by path from a module below testdata.
func load(t *testing.T, dir string, paths []string) *world {
	t.Helper()
	w := &world{fset: token.NewFileSet(), pkgs: map[string]*types.Package{}}
	cfg := &packages.Config{
		Mode: packages.NeedName | packages.NeedTypes | packages.NeedImports | packages.NeedExportFile,
		Dir:  dir,
		Fset: w.fset,
	}
	pkgs, err := packages.Load(cfg, paths...)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pkgs {
		for _, e := range p.Errors {
			t.Errorf("%s: %v", p.PkgPath, e)
		}
		w.pkgs[p.PkgPath] = p.Types
	}
	return w
}

// pathsOf lists the packages that the symbols and anchors of libraries are in.
func pathsOf(libs []*model.Library) []string {
	seen := map[string]bool{"net/http": true} // complete, not only what the others use
	for _, l := range libs {
		for _, path := range l.Anchors {
			seen[path] = true
		}
		for _, f := range l.Life {
			seen[splitSymbol(f.Symbol).pkg] = true
		}
		for _, t := range l.Carriers {
			seen[splitSymbol(t.Symbol).pkg] = true
		}
		for _, s := range symbolsOf(l) {
			seen[splitSymbol(s).pkg] = true
		}
		for _, s := range bearersOf(l) {
			seen[splitSymbol(s).pkg] = true
		}
		for _, s := range fieldsOf(l) {
			typ, _ := splitField(s)
			seen[splitSymbol(typ).pkg] = true
		}
	}
	var paths []string
	for path := range seen {
		paths = append(paths, path)
	}
	return paths
}

func symbolsOf(l *model.Library) []string {
	var symbols []string
	for _, f := range l.Funcs {
		symbols = append(symbols, f.Symbol)
	}
	for _, t := range l.Types {
		symbols = append(symbols, t.Symbol)
	}
	for _, v := range l.Vars {
		symbols = append(symbols, v.Symbol)
	}
	return symbols
}

// fieldsOf lists the fields with a meaning of their own.
func fieldsOf(l *model.Library) []string {
	var symbols []string
	for _, f := range l.Keys {
		symbols = append(symbols, f.Symbol)
	}
	for _, f := range l.Lookups {
		symbols = append(symbols, f.Symbol)
	}
	return symbols
}

// splitField takes "pkg.Type.Field" apart: "pkg.Type" and "Field".
func splitField(s string) (typ, name string) {
	dot := strings.LastIndexByte(s, '.')
	return s[:dot], s[dot+1:]
}

// A symbol is "pkg.Name", "(pkg.Recv).Name" or "(*pkg.Recv).Name", taken apart.
type symbol struct{ pkg, recv, name string }

func splitSymbol(s string) symbol {
	recv, name, method := strings.Cut(strings.TrimLeft(s, "(*"), ").")
	recv, _, _ = strings.Cut(recv, "[") // type parameters
	dot := strings.LastIndexByte(recv, '.')
	if dot < 0 {
		return symbol{name: recv}
	}
	if !method {
		return symbol{pkg: recv[:dot], name: recv[dot+1:]}
	}
	return symbol{pkg: recv[:dot], recv: recv[dot+1:], name: name}
}

// object finds what a symbol names, or nil.
func (w *world) object(s string) types.Object {
	sym := splitSymbol(s)
	pkg := w.pkgs[sym.pkg]
	if pkg == nil {
		return nil
	}
	if sym.recv == "" {
		return pkg.Scope().Lookup(sym.name)
	}
	recv := pkg.Scope().Lookup(sym.recv)
	if recv == nil {
		return nil
	}
	obj, _, _ := types.LookupFieldOrMethod(types.NewPointer(recv.Type()), true, pkg, sym.name)
	if types.IsInterface(recv.Type()) {
		obj, _, _ = types.LookupFieldOrMethod(recv.Type(), true, pkg, sym.name)
	}
	return obj
}

// field finds the variable at the end of a selector path.
func field(t types.Type, pkg *types.Package, path string) *types.Var {
	var v *types.Var
	for name := range strings.SplitSeq(path, ".") {
		obj, _, _ := types.LookupFieldOrMethod(t, true, pkg, name)
		var ok bool
		if v, ok = obj.(*types.Var); !ok {
			return nil
		}
		t = v.Type()
	}
	return v
}

func TestSplitSymbol(t *testing.T) {
	for s, want := range map[string]symbol{
		"net/http.SetCookie":                            {pkg: "net/http", name: "SetCookie"},
		"(net/http.Header).Set":                         {pkg: "net/http", recv: "Header", name: "Set"},
		"(*github.com/gin-gonic/gin.Context).SetCookie": {pkg: "github.com/gin-gonic/gin", recv: "Context", name: "SetCookie"},
		"flag.Bool":                                {pkg: "flag", name: "Bool"},
		"github.com/satori/go.uuid.NewV4":          {pkg: "github.com/satori/go.uuid", name: "NewV4"},
		"(*gopkg.in/macaron.v1.Context).SetCookie": {pkg: "gopkg.in/macaron.v1", recv: "Context", name: "SetCookie"},
	} {
		if got := splitSymbol(s); got != want {
			t.Errorf("splitSymbol(%q) = %+v, want %+v", s, got, want)
		}
		if got := PackageOf(s); got != want.pkg {
			t.Errorf("PackageOf(%q) = %q, want %q", s, got, want.pkg)
		}
	}
}
