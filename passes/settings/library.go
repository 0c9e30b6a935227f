package settings

import (
	"go/token"
	"go/types"
	"strings"
	"sync"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/model/lib"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// libraries answers questions about the modelled libraries, as the program
// under analysis resolves them.
type libraries struct {
	*lib.Index
	fset  *token.FileSet
	from  *types.Package
	known *knowledge
}

// knowledge is what follows from the model alone, the same for every package.
type knowledge struct {
	packages map[string]bool // import paths with a modelled symbol
	headers  map[string]bool // import paths that write response headers
	sameSite map[string]bool // receivers with a CookieSameSite method
}

var know = sync.OnceValue(func() *knowledge {
	k := &knowledge{packages: map[string]bool{}, headers: map[string]bool{}, sameSite: map[string]bool{}}
	for _, l := range lib.Shared().Libraries() {
		for _, f := range l.Funcs {
			if !f.Role.AboutSettings() {
				continue
			}
			k.packages[lib.PackageOf(f.Symbol)] = true
			switch f.Role {
			case model.CookieSameSite:
				k.sameSite[receiverOf(f.Symbol)] = true
			case model.HeaderWrite:
				k.headers[lib.PackageOf(f.Symbol)] = true
			}
		}
		for _, t := range l.Types {
			k.packages[lib.PackageOf(t.Symbol)] = true
		}
	}
	return k
})

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
	return l.known.sameSite[receiverOf(f.Symbol)]
}
