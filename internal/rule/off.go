package rule

import (
	"go/ast"
	"go/token"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/internal/own"
)

// off knows the files in which nothing is decided unless the options say so:
// tests, testdata, mocks and generated files.
type off struct {
	fset  *token.FileSet
	files map[*token.File]bool
}

func newOff(pass *analysis.Pass, o *options.Options) *off {
	files := map[*token.File]bool{}
	inTests := testDirectory(own.PackageDir(pass))
	for _, file := range pass.Files {
		tokens := pass.Fset.File(file.FileStart)
		test := inTests || strings.HasSuffix(tokens.Name(), "_test.go")
		if test && !o.Tests || !o.Generated && ast.IsGenerated(file) {
			files[tokens] = true
		}
	}
	return &off{pass.Fset, files}
}

// testDirectory reports whether dir is below a directory testdata or mocks of
// its module. What is above the module does not count: our own fixtures are a
// module in a directory called testdata.
func testDirectory(dir string) bool {
	root, ok := own.ModuleRoot(dir)
	if !ok {
		return false
	}
	below, err := filepath.Rel(root, dir)
	if err != nil {
		return false
	}
	elements := strings.Split(filepath.ToSlash(below), "/")
	return slices.Contains(elements, "testdata") || slices.Contains(elements, "mocks")
}

func (o *off) at(pos token.Pos) bool {
	return pos.IsValid() && o.files[o.fset.File(pos)]
}
