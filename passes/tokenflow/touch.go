package tokenflow

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/model/lib"
	"github.com/sessionlint/sessionlint/internal/sqltext"
	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/references"
	"github.com/sessionlint/sessionlint/passes/sessionmodel"
)

// gate lets packages through in which a flow may begin or end: where tokens
// are made, sent, signed or verified, where parts of requests are read.
var gate = sync.OnceValue(func() *sessionmodel.Gate { return sessionmodel.NewGate(begins, false) })

// begins reports whether a function makes a package worth a look. Ingredients
// that all kinds of programs use (the time, the environment, readers, hashes,
// decoders, logs) do not.
func begins(f *model.Func) bool {
	switch f.Role {
	case model.RandStrong, model.RandWeak:
		return !everyday(lib.PackageOf(f.Symbol))
	case model.AccessLog, model.CookieSend, model.TokenSign, model.TokenVerify, model.TokenEncode, model.SessionID, model.OAuthState, model.QueryLookup,
		model.RequestQuery, model.RequestHeader, model.RequestForm, model.RequestPath, model.RequestCookie:
		return true
	}
	return f.Adopts != "" || f.Role != model.Mac && slices.ContainsFunc(f.Args, func(a model.Arg) bool { return a.Slot == model.ArgSecret })
}

// everyday: packages whose functions are guessable sources only where they
// become tokens, and are used for everything else.
func everyday(path string) bool {
	switch path {
	case "time", "os", "io", "hash/maphash", "sync/atomic":
		return true
	}
	return false
}

// opens reports whether the import of a path alone lets a package through:
// cryptographic randomness is read through a variable, keys and lookups are
// fields.
func opens(path string) bool {
	return path == "crypto/rand" || path == grpcMetadata || lib.Knows(path) && lib.Shared().HasKeys(path)
}

// touches reports whether the package has to be read.
func touches(pass *analysis.Pass) bool {
	imports := pass.Pkg.Imports()
	if slices.ContainsFunc(imports, func(p *types.Package) bool { return opens(p.Path()) }) {
		return true
	}
	if gate().Open(pass, sessionmodel.Facts{
		Package: func(pkg *types.Package) bool {
			fact := new(OwnFact)
			return pass.ImportPackageFact(pkg, fact) && fact.Flows
		},
		Func: func(fn *types.Func) bool { return pass.ImportObjectFact(fn, new(FlowFact)) },
	}) {
		return true
	}
	return wrapsLogger(pass) || handsOutSecrets(pass) || storesSecrets(pass) || comparesHere(pass)
}

// wrapsLogger reports whether the package, by its name, is a wrapper around a
// logger: what it is given is logged.
func wrapsLogger(pass *analysis.Pass) bool {
	if !strings.Contains(pass.Pkg.Name(), "log") {
		return false
	}
	if _, ok := pass.Pkg.Scope().Lookup("Logger").(*types.TypeName); ok {
		return true
	}
	return slices.ContainsFunc(references.Of(pass).Funcs(), func(fn *types.Func) bool {
		f := lib.Shared().Func(fn)
		return f != nil && f.Role == model.LogSink
	})
}

// handsOutSecrets reports whether the package has a function that, by its name
// and result, makes secrets, or gives them to others: func JWTSecret() string.
func handsOutSecrets(pass *analysis.Pass) bool {
	scope := pass.Pkg.Scope()
	for _, name := range scope.Names() {
		fn, ok := scope.Lookup(name).(*types.Func)
		if !ok || !makesSecret(name) && !(fn.Exported() && (IsSecret(name) || makesID(pass, name))) {
			continue
		}
		if results := fn.Signature().Results(); results.Len() > 0 && isTextual(results.At(0).Type()) {
			return true
		}
	}
	return false
}

// makesID reports whether a function says by its name that it makes an ID of
// any kind, in a package that knows the time: it may be a weak one.
func makesID(pass *analysis.Pass, name string) bool {
	list := words.Split(name)
	return has(list, "generate", "gen", "new", "make", "random", "rand", "unique", "next") && has(list, "id", "uid", "uuid", "string", "code", "nonce", "key") &&
		slices.ContainsFunc(pass.Pkg.Imports(), func(p *types.Package) bool { return p.Path() == "time" })
}

// isDatabase reports whether an import path writes to databases.
func isDatabase(path string) bool {
	if !lib.Knows(path) {
		return false
	}
	for f := range lib.Shared().Funcs(path) {
		if f.Role == model.DBWrite {
			return true
		}
	}
	return false
}

// storesSecrets reports whether the package talks to a database and names a
// column that keeps credentials: in the text of a statement, or by a struct.
func storesSecrets(pass *analysis.Pass) bool {
	if !slices.ContainsFunc(pass.Pkg.Imports(), func(p *types.Package) bool { return isDatabase(p.Path()) }) {
		return false
	}
	for _, file := range pass.Files {
		found := false
		ast.Inspect(file, func(n ast.Node) bool {
			if found {
				return false
			}
			switch n := n.(type) {
			case *ast.BasicLit:
				if n.Kind == token.STRING && len(n.Value) > 2 && writes(n.Value[1:]) {
					s := sqltext.Parse(n.Value[1 : len(n.Value)-1])
					found = slices.ContainsFunc(s.Writes, func(w sqltext.Binding) bool { return column{owner: s.Table, name: w.Column}.keeps() })
				}
			case *ast.SelectorExpr:
				field, ok := pass.TypesInfo.Uses[n.Sel].(*types.Var)
				found = ok && field.IsField() && column{name: n.Sel.Name}.keeps()
			}
			return !found
		})
		if found {
			return true
		}
	}
	return false
}
