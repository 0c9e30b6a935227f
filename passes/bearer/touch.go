package bearer

import (
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/model/lib"
)

// touches reports whether the package has to be read: it uses a token library,
// or a function of an own package that has to do with tokens.
func touches(pass *analysis.Pass) bool {
	own := map[*types.Package]bool{}
	for _, imported := range pass.Pkg.Imports() {
		if lib.Shared().HasBearers(imported.Path()) {
			return true
		}
		if fact := new(OwnFact); pass.ImportPackageFact(imported, fact) && fact.Tokens {
			own[imported] = true
		}
	}
	if len(own) == 0 {
		return false
	}
	for _, obj := range pass.TypesInfo.Uses {
		if fn, ok := obj.(*types.Func); ok && own[fn.Pkg()] && pass.ImportObjectFact(fn.Origin(), new(TokenFact)) {
			return true
		}
	}
	return false
}
