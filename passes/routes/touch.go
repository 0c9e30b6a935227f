package routes

import (
	"go/types"
	"slices"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/references"
	"github.com/sessionlint/sessionlint/passes/sessionmodel"
)

// gate lets packages through that register routes or answer requests. Writing
// a text somewhere does not count.
var gate = sync.OnceValue(func() *sessionmodel.Gate { return sessionmodel.NewGate(begins, false) })

func begins(f *model.Func) bool {
	switch f.Role {
	case model.RouteAdd, model.RouteUse, model.RouteGroup, model.Next, model.Abort, model.ResponseStatus, model.ResponseFail:
		return true
	}
	return false
}

// touches reports whether the package has to be read.
func touches(pass *analysis.Pass) bool {
	if slices.ContainsFunc(references.Of(pass).Funcs(), func(fn *types.Func) bool { return Maps(fn) || len(registered(fn)) > 0 }) {
		return true
	}
	return gate().Open(pass, sessionmodel.Facts{
		Package: func(pkg *types.Package) bool {
			fact := new(OwnFact)
			return pass.ImportPackageFact(pkg, fact) && fact.Routes
		},
		Func: func(fn *types.Func) bool { return pass.ImportObjectFact(fn, new(AnswerFact)) },
	})
}
