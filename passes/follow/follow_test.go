package follow

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"

	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/ssa/ssautil"
)

func build(t *testing.T, source string) *Walker {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", source, 0)
	if err != nil {
		t.Fatal(err)
	}
	pkg, _, err := ssautil.BuildPackage(&types.Config{Importer: importer.ForCompiler(fset, "source", nil)}, fset, types.NewPackage("p", "p"), []*ast.File{file}, 0)
	if err != nil {
		t.Fatal(err)
	}
	var funcs []*ssa.Function
	for fn := range ssautil.AllFunctions(pkg.Prog) {
		if fn.Pkg == pkg {
			funcs = append(funcs, fn)
		}
	}
	return New(pkg, funcs)
}

func (w *Walker) param(t *testing.T, fn string) ssa.Value {
	t.Helper()
	f := w.pkg.Func(fn)
	if f == nil {
		t.Fatalf("no function %s", fn)
	}
	return f.Params[0]
}

const source = `package p

import (
	"encoding/base64"
	"encoding/json"
	"strings"
)

func sink(any)

var kept string

type box struct{ value, other string }

func compares(s string) bool { return strings.TrimSpace(s) == "x" }

func throughHelper(s string) bool { return compares(s) }

func throughField(s string) { b := box{value: s}; useBox(&b) }

func useBox(b *box) { sink(b.other); if b.value == "y" { kept = b.value } }

func decoded(s string) {
	raw, _ := base64.StdEncoding.DecodeString(s)
	var b struct{ Name string }
	json.Unmarshal(raw, &b)
	sink(b.Name)
}

func closure(s string) func() { return func() { sink(s) } }

func index(s string, m map[string]int) int { return m[s] }

func Exported(s string) string { return s + "!" }
`

func TestUses(t *testing.T) {
	w := build(t, source)
	for _, test := range []struct{ fn, want string }{
		{"compares", "compared"},
		{"throughHelper", "compared"},
		{"throughField", "passed compared kept"},
		{"decoded", "passed(decoded)"},
		{"closure", "passed"},
		{"index", "looked"},
		{"Exported", "returned"},
	} {
		uses, complete := w.Uses(w.param(t, test.fn))
		got := map[string]bool{}
		for _, u := range uses {
			name := [...]string{"compared", "passed", "looked", "kept", "returned"}[u.Kind]
			if u.Decoded {
				name += "(decoded)"
			}
			got[name] = true
		}
		for _, want := range strings.Fields(test.want) {
			if test.fn == "throughField" && want == "passed" {
				if got[want] {
					t.Errorf("%s: the other field is followed", test.fn)
				}
				continue
			}
			if !got[want] {
				t.Errorf("%s: %v, want %s", test.fn, got, want)
			}
		}
		if !complete {
			t.Errorf("%s: incomplete", test.fn)
		}
	}
}

// TestBounded: what is too much is said to be incomplete.
func TestBounded(t *testing.T) {
	var b strings.Builder
	b.WriteString("package p\n\nfunc f(s string, c bool) string {\n")
	for i := range maxVisits {
		fmt.Fprintf(&b, "\tif c {\n\t\ts = s + %q\n\t}\n", fmt.Sprint(i))
	}
	b.WriteString("\treturn s\n}\n")
	w := build(t, b.String())
	if _, complete := w.Uses(w.param(t, "f")); complete {
		t.Error("everything was followed")
	}
}
