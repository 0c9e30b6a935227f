// Package examples makes programs of the code of the catalogue, for tests:
// each piece becomes a package, with the imports that it needs and what all of
// them take for granted (testdata/src/catalogue), in a module that pins the
// real libraries.
package examples

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// imports are the packages that the code uses, by the name that it gives them.
func imports() map[string]string {
	table := map[string]string{
		"echojwt": "github.com/labstack/echo-jwt/v5", "fibersession": "github.com/gofiber/fiber/v2/middleware/session",
		"gin": "github.com/gin-gonic/gin", "ginsessions": "github.com/gin-contrib/sessions", "jwt": "github.com/golang-jwt/jwt/v5",
		"scs": "github.com/alexedwards/scs/v2", "sessions": "github.com/gorilla/sessions", "oidc": "github.com/coreos/go-oidc/v3/oidc",
		"oauth2": "golang.org/x/oauth2", "bcrypt": "golang.org/x/crypto/bcrypt",
	}
	for _, path := range []string{
		"context", "crypto/md5", "crypto/rand", "crypto/sha256", "crypto/subtle", "embed", "encoding/base64", "encoding/hex",
		"errors", "fmt", "html", "log/slog", "net", "net/http", "os", "time",
	} {
		table[path[strings.LastIndex(path, "/")+1:]] = path
	}
	return table
}

// Write lays out a module in dir with one package for each piece of code. The
// repository is at root.
func Write(root, dir string, code map[string]string) error {
	for _, name := range []string{"go.mod", "go.sum"} {
		data, err := os.ReadFile(filepath.Join(root, "testdata", name))
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o666); err != nil {
			return err
		}
	}
	prelude, err := os.ReadFile(filepath.Join(root, "testdata", "src", "catalogue", "prelude.go"))
	if err != nil {
		return err
	}
	for name, text := range code {
		text, err := complete(text)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if err := os.MkdirAll(filepath.Join(dir, name), 0o777); err != nil {
			return err
		}
		for file, data := range map[string][]byte{"prelude.go": prelude, "code.go": []byte(text)} {
			if err := os.WriteFile(filepath.Join(dir, name, file), data, 0o666); err != nil {
				return err
			}
		}
	}
	return nil
}

// complete adds package clause and imports, on one line so that lines shift by
// one only.
func complete(code string) (string, error) {
	file, err := parser.ParseFile(token.NewFileSet(), "", "package example\n"+code, 0)
	if err != nil {
		return "", err
	}
	used := map[string]bool{}
	table := imports()
	for _, id := range file.Unresolved {
		if path := table[id.Name]; path != "" && selects(file, id) {
			used[fmt.Sprintf("; import %s %q", id.Name, path)] = true
		}
	}
	return "package example" + strings.Join(slices.Sorted(maps.Keys(used)), "") + "\n" + code, nil
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
