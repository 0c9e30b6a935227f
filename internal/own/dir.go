package own

import (
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// PackageDir returns the directory of the package of the pass, "" if it has no
// files.
func PackageDir(pass *analysis.Pass) string {
	for _, file := range pass.Files {
		name := pass.Fset.PositionFor(file.FileStart, false).Filename
		if generatedByCgo(name) {
			// The output of cgo lies in the build cache; its line directives
			// name the file it was made from.
			name = pass.Fset.Position(file.Name.Pos()).Filename
			if generatedByCgo(name) {
				continue
			}
		}
		return filepath.Dir(name)
	}
	for _, name := range slices.Concat(pass.IgnoredFiles, pass.OtherFiles) {
		return filepath.Dir(name)
	}
	return ""
}

func generatedByCgo(name string) bool {
	base := filepath.Base(name)
	return filepath.Ext(base) != ".go" || strings.HasSuffix(base, ".cgo1.go") || base == "_cgo_gotypes.go"
}

// ModuleRoot returns the directory at or above dir that holds go.mod.
func ModuleRoot(dir string) (root string, ok bool) {
	for _, up := range ancestors(dir) {
		if exists(up, "go.mod") {
			return up, true
		}
	}
	return "", false
}
