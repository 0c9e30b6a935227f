package webhandlers

import (
	"go/types"
	"slices"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/directive"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/model/lib"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/references"
	"github.com/sessionlint/sessionlint/passes/routes"
	"github.com/sessionlint/sessionlint/passes/sessionmodel"
)

// gate lets packages through that use a function with an effect.
var gate = sync.OnceValue(func() *sessionmodel.Gate { return sessionmodel.NewGate(begins, false) })

func begins(f *model.Func) bool {
	switch f.Role {
	case model.StoreNew, model.TokenSign, model.CookieSend, model.CookieDelete:
		return true
	}
	return isLife(f.Role)
}

// touches reports whether the package has to be read: it uses a function that
// makes or verifies credentials, or keeps sessions, or one of another own
// package that does; or it declares or calls one that is named so.
func touches(pass *analysis.Pass) bool {
	if isTold(pass) || gate().Open(pass, sessionmodel.Facts{
		Package: func(pkg *types.Package) bool { return isTouched(pass, pkg) },
		Func:    func(fn *types.Func) bool { return pass.ImportObjectFact(fn, new(HandlerFact)) },
	}) {
		return true
	}
	return slices.ContainsFunc(pass.Pkg.Imports(), func(pkg *types.Package) bool {
		return lib.Knows(pkg.Path()) || isTouched(pass, pkg)
	}) && speaks(pass) || slices.ContainsFunc(references.Of(pass).Funcs(), routes.Maps)
}

// isTold reports whether a comment gives a role to a function of the package.
func isTold(pass *analysis.Pass) bool {
	return slices.ContainsFunc(directive.Of(pass).All(), func(p *directive.Placed) bool { return p.Verb == directive.Role })
}

func isTouched(pass *analysis.Pass, pkg *types.Package) bool {
	fact := new(PackageFact)
	return pass.ImportPackageFact(pkg, fact) && fact.Traits&Touched != 0
}

// speaks reports whether the package declares or calls a function whose name
// says something about sessions or credentials.
func speaks(pass *analysis.Pass) bool {
	if slices.ContainsFunc(references.Of(pass).Funcs(), func(fn *types.Func) bool { return !calls.IsStd(fn.Pkg().Path()) && telling(fn) }) {
		return true
	}
	for _, obj := range pass.TypesInfo.Defs {
		if fn, ok := obj.(*types.Func); ok && telling(fn) && !options.IsTest(pass, fn.Pos()) {
			return true
		}
	}
	return false
}

// isLife leaves out routes and answers.
func isLife(r model.Role) bool {
	switch r {
	case model.SessionPut, model.SessionRemove, model.SessionClear, model.SessionRenew, model.SessionDestroy, model.SessionNew, model.SessionBegin,
		model.SessionDestroyAll, model.PasswordHash, model.PasswordVerify, model.PasswordChange, model.FactorVerify, model.FactorEnroll:
		return true
	}
	return false
}

// telling reports whether a function has a name that says something.
func telling(fn *types.Func) bool {
	n := nameOf(fn.Name())
	return n.has("logout signout logoff signoff login") || n.starts("disable ban suspend deactivate") && (len(n) == 1 || aboutAccounts(fn)) || n.has(passwordWords) && n.has("change update set reset edit new") || namedEffects(fn)&^(Deletes|Creates|Freshens) != 0
}

// aboutAccounts reports whether a function names an account: itself, its
// receiver or a parameter.
func aboutAccounts(fn *types.Func) bool {
	sig := fn.Signature()
	named := nameOf(fn.Name()).isAccount() || sig.Recv() != nil && nameOf(typeName(sig.Recv().Type())).isAccount()
	for p := range sig.Params().Variables() {
		named = named || nameOf(p.Name()).isAccount() || nameOf(typeName(p.Type())).isAccount()
	}
	return named
}
