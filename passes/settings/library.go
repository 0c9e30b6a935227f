package settings

import (
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/model/lib"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// libraries answers questions about the modelled libraries, as the program
// under analysis resolves them.
type libraries struct {
	*lib.Index
	fset *token.FileSet
	from *types.Package
}

// settles reports whether something of an import path makes, configures or
// sends cookies and session stores.
func settles(path string) bool {
	return lib.Shared().HasTypes(path) || offers(path, func(f *model.Func) bool { return f.Role.AboutSettings() })
}

// writesHeaders reports whether something of an import path writes headers of
// responses.
func writesHeaders(path string) bool {
	return offers(path, func(f *model.Func) bool { return f.Role == model.HeaderWrite })
}

func offers(path string, what func(*model.Func) bool) bool {
	for f := range lib.Shared().Funcs(path) {
		if what(f) {
			return true
		}
	}
	return false
}

// Func returns what is known of a function or method, if it is about settings,
// or nil.
func (l *libraries) Func(fn *types.Func) *model.Func {
	if f := l.Index.Func(fn); f != nil && f.Role.AboutSettings() {
		return f
	}
	return nil
}

func receiverOf(symbol string) string {
	receiver, _, _ := strings.Cut(symbol, ")")
	return receiver
}

// Defaults returns what holds for a call that says nothing.
func (l *libraries) Defaults(f *model.Func, call *ssa.CallCommon) []model.Default {
	from := l.from
	if callee := calls.Callee(call); callee != nil && callee.Pkg() != nil {
		from = callee.Pkg()
	}
	return l.DefaultsIn(f, l.fset, from)
}

// HasContextSameSite reports whether the receiver of a method also has one
// that sets the SameSite of later cookies.
func (l *libraries) HasContextSameSite(f *model.Func) bool {
	receiver := receiverOf(f.Symbol)
	return offers(lib.PackageOf(f.Symbol), func(other *model.Func) bool {
		return other.Role == model.CookieSameSite && receiverOf(other.Symbol) == receiver
	})
}
