package tokenflow

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/sessionlint/sessionlint/internal/linttest"
)

// TestFactsOfFixtures: the facts of the fixtures that consist of several
// packages, and need nothing but the standard library, stay under the cap.
func TestFactsOfFixtures(t *testing.T) {
	files := fixtureFiles(t)
	for range 3 { // what imports what is left out is left out, too
		for name, text := range files {
			if !slices.ContainsFunc(importsOf(t, name, text), func(imported string) bool {
				_, own := files[strings.TrimPrefix(imported, "m.test/")+"/"+path.Base(imported)+".go"]
				return linttest.StandardLibrary()[imported] == nil && !own
			}) {
				continue
			}
			delete(files, name)
		}
	}
	if len(files) < 10 {
		t.Fatalf("only %d files", len(files))
	}
	count := 0
	for _, act := range analyze(t, files) {
		for _, f := range act.AllObjectFacts() {
			if f.Object.Pkg() == act.Package.Types {
				encode(t, f.Fact)
				count++
			}
		}
	}
	if count < 20 {
		t.Errorf("only %d facts", count)
	}
}

// fixtureFiles returns the fixtures of the token rules that spread over
// packages, by what their names would be in the module of these tests.
func fixtureFiles(t *testing.T) map[string]string {
	root := os.DirFS("../../testdata")
	names, err := fs.Glob(root, "src/*/crosspkg/*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, name := range names {
		text, err := fs.ReadFile(root, name)
		if err != nil {
			t.Fatal(err)
		}
		if dir := path.Dir(name); path.Base(dir)+".go" == path.Base(name) {
			files[name] = strings.ReplaceAll(string(text), "sessionlint.test/", "m.test/")
		}
	}
	return files
}

func importsOf(t *testing.T, name, text string) []string {
	file, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, spec := range file.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, imported)
	}
	return out
}
