package bearer

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/model/lib"
	"github.com/sessionlint/sessionlint/passes/references"
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
	return slices.ContainsFunc(references.Of(pass).Funcs(), func(fn *types.Func) bool {
		return own[fn.Pkg()] && pass.ImportObjectFact(fn, new(TokenFact))
	})
}
