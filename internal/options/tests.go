package options

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// Code returns the run function of a pass that sees no test files, unless the options
// ask for them: what a test does must not decide about what it tests. The pass
// requires [Analyzer].
func Code(run func(*analysis.Pass) (any, error)) func(*analysis.Pass) (any, error) {
	return func(pass *analysis.Pass) (any, error) {
		isTest := func(file *ast.File) bool { return IsTest(pass, file.FileStart) }
		if Of(pass).Tests || !slices.ContainsFunc(pass.Files, isTest) {
			return run(pass)
		}
		code := *pass
		code.Files = slices.DeleteFunc(slices.Clone(pass.Files), isTest)
		return run(&code)
	}
}

// IsTest reports whether a position is in a test file that does not count. Maps of the
// type checker have such positions, whatever the files of the pass are.
func IsTest(pass *analysis.Pass, pos token.Pos) bool {
	if Of(pass).Tests {
		return false
	}
	file := pass.Fset.File(pos)
	return file != nil && strings.HasSuffix(file.Name(), "_test.go")
}
