package catalogue_test

import (
	"context"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/analyzers"
	"github.com/sessionlint/sessionlint/internal/catalogue"
	"github.com/sessionlint/sessionlint/internal/driver"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/internal/own"
)

// imports are the packages that the code of the catalogue uses, by the name
// that it gives them.
func imports() map[string]string {
	table := map[string]string{
		"echojwt": "github.com/labstack/echo-jwt/v5", "fibersession": "github.com/gofiber/fiber/v2/middleware/session",
		"gin": "github.com/gin-gonic/gin", "ginsessions": "github.com/gin-contrib/sessions", "jwt": "github.com/golang-jwt/jwt/v5",
		"scs": "github.com/alexedwards/scs/v2", "sessions": "github.com/gorilla/sessions", "oidc": "github.com/coreos/go-oidc/v3/oidc",
		"oauth2": "golang.org/x/oauth2", "bcrypt": "golang.org/x/crypto/bcrypt",
	}
	for _, path := range []string{
		"context", "crypto/md5", "crypto/rand", "crypto/sha256", "crypto/subtle", "encoding/base64", "encoding/hex",
		"errors", "fmt", "log/slog", "net", "net/http", "os", "time",
	} {
		table[path[strings.LastIndex(path, "/")+1:]] = path
	}
	return table
}

// TestCode compiles the code of each item against the real libraries, and
// holds it against the rules that look at the item: bad code has a finding of
// one of them, as far as they exist, and good code has none of any rule.
func TestCode(t *testing.T) {
	if testing.Short() {
		t.Skip("downloads and compiles libraries")
	}
	items, err := catalogue.Items()
	if err != nil {
		t.Fatal(err)
	}
	dir, examples := lay(t, items)
	if err := options.Analyzer.Flags.Set("level", "3"); err != nil {
		t.Fatal(err)
	}
	res, err := driver.Run(context.Background(), &driver.Config{
		Dir: dir, Patterns: []string{"./..."}, Analyzers: analyzers.All(),
		Own: func(dir, path string) bool { return own.Package(dir, path, nil) },
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range res.Problems {
		t.Errorf("%s", p)
	}
	found := map[string][]string{}
	for _, s := range res.Sites {
		if s.IsFinding() {
			found[filepath.Base(s.Package)] = append(found[filepath.Base(s.Package)], s.Rule+": "+s.Message)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(examples)) {
		item := examples[name]
		hit := slices.ContainsFunc(found[name], func(f string) bool { return concerns(item, f) })
		switch good := strings.HasSuffix(name, "_good"); {
		case good && hit:
			t.Errorf("good code of %s: %q", item.Ref(), found[name])
		case !good && !hit && ready(item):
			t.Logf("bad code of %s: no finding of %v, but %q", item.Ref(), item.Rules(), found[name])
		}
	}
}

// silentBad lists the items whose bad code is not found by their first rule,
// because it is a piece of a program that the rule needs to see whole.
func silentBad() []string { return []string{"further S21"} }

// ready reports whether the bad code of an item is expected to be found: its
// first rule exists.
func ready(item *catalogue.Item) bool {
	return len(item.Proof) > 0 && !slices.Contains(silentBad(), item.Ref().String()) &&
		slices.ContainsFunc(analyzers.All(), func(a *analysis.Analyzer) bool { return a.Name == item.Proof[0].OneOf[0].Rule })
}

func concerns(item *catalogue.Item, finding string) bool {
	rule, _, _ := strings.Cut(finding, ":")
	return slices.Contains(item.Rules(), rule)
}

// lay writes a module with a package for each piece of code, once if several
// items share it, and returns the items by package.
func lay(t *testing.T, items []*catalogue.Item) (string, map[string]*catalogue.Item) {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"go.mod", "go.sum"} {
		put(t, filepath.Join(dir, name), read(t, filepath.Join("..", "..", "testdata", name)))
	}
	examples, seen := map[string]*catalogue.Item{}, map[string]bool{}
	prelude := read(t, filepath.Join("..", "..", "testdata", "src", "catalogue", "prelude.go"))
	for _, item := range items {
		for kind, code := range map[string]string{"bad": item.Bad, "good": item.Good} {
			if seen[kind+code] {
				continue
			}
			seen[kind+code] = true
			name := "x" + strings.NewReplacer(".", "_", " ", "_").Replace(item.Ref().String()) + "_" + kind
			examples[name] = item
			put(t, filepath.Join(dir, name, "prelude.go"), prelude)
			put(t, filepath.Join(dir, name, "code.go"), complete(t, item, code))
		}
	}
	return dir, examples
}

// complete adds package clause and imports.
func complete(t *testing.T, item *catalogue.Item, code string) string {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, item.Ref().String(), "package example\n"+code, 0)
	if err != nil {
		t.Error(err)
		return "package example\n"
	}
	used := map[string]bool{}
	table := imports()
	for _, id := range file.Unresolved {
		if path := table[id.Name]; path != "" && selects(file, id) {
			used[fmt.Sprintf("import %s %q\n", id.Name, path)] = true
		}
	}
	return "package example\n" + strings.Join(slices.Sorted(maps.Keys(used)), "") + code
}

// selects reports whether something is selected from an identifier.
func selects(file *ast.File, id *ast.Ident) bool {
	found := false
	ast.Inspect(file, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		found = found || ok && sel.X == id
		return !found
	})
	return found
}

func read(t *testing.T, name string) string {
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func put(t *testing.T, name, text string) {
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}
