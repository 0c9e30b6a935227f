// Package settings says which security settings cookies and session stores of
// a package have: Secure, HttpOnly, SameSite, Path, Domain, lifetimes.
//
// It follows a value from where it is made to where it takes effect: through
// literals and later stores, helpers that take or return the object, option
// structs, package-level variables, branches and closures, within the package
// by SSA and between own packages by facts, and it knows what each library
// does when nobody says anything. A value that comes from outside the code
// (configuration, an interface, a library without a model) is unknown.
//
// What it does not see: values that travel through channels, maps and slices,
// reflection, objects that code of other modules changes.
package settings

import (
	"fmt"
	"go/ast"
	"go/types"
	"reflect"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/guard"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/passes/lazyssa"
	"github.com/sessionlint/sessionlint/passes/references"
	"github.com/sessionlint/sessionlint/passes/sessionmodel"
)

// Analyzer computes the settings of a package. Its result is *Settings.
var Analyzer = &analysis.Analyzer{
	Name:       "sessionsettings",
	Doc:        "find which security settings cookies and session stores have",
	Run:        guard.Run(options.Code(run)),
	Requires:   []*analysis.Analyzer{options.Analyzer, lazyssa.Analyzer, references.Analyzer},
	ResultType: reflect.TypeFor[*Settings](),
	FactTypes:  []analysis.Fact{new(SummaryFact), new(DefaultsFact), new(AnalysedFact), new(CookiesFact)},
}

// Settings holds the objects of one package.
type Settings struct {
	objects   []*Object
	elsewhere []CookieFact // cookies that imported own packages set
	work      int          // what the engine did, for tests
}

// Of returns the settings of the package of a pass that requires Analyzer.
func Of(pass *analysis.Pass) *Settings { return pass.ResultOf[Analyzer].(*Settings) }

// Objects returns the cookies, options and stores that take effect in the
// package, in source order.
func (s *Settings) Objects() []*Object { return s.objects }

func run(pass *analysis.Pass) (any, error) {
	result := new(Settings)
	opts := options.Of(pass)
	if opts.Foreign {
		return result, nil
	}
	exportDefaults(pass)
	touched := touches(pass)
	pass.ExportPackageFact(&AnalysedFact{Touched: touched})
	if !touched {
		result.shareCookies(pass)
		return result, nil
	}
	pkg, funcs, err := lazyssa.Of(pass).Package()
	if err != nil {
		return nil, fmt.Errorf("settings of %s cannot be read: %w", pass.Pkg.Path(), err)
	}
	e := newEngine(pass, pkg, funcs)
	e.offerNames()
	e.export(pass)
	for _, s := range e.all() {
		if o := (&Object{send: s, engine: e, opts: opts}); o.decides() {
			result.objects = append(result.objects, o)
		}
	}
	result.work = e.steps
	sortObjects(pass.Fset, result.objects)
	result.shareCookies(pass)
	return result, nil
}

// gate lets packages through that make, send or configure cookies or sessions.
// Flags and headers alone do not.
var gate = sync.OnceValue(func() *sessionmodel.Gate {
	return sessionmodel.NewGate(func(f *model.Func) bool {
		return f.Role.AboutSettings() && f.Role != model.ConfigFlag && f.Role != model.HeaderWrite && f.Role != model.RequestCookie
	}, true)
})

// touches reports whether the package has to be read.
func touches(pass *analysis.Pass) bool {
	return gate().Open(pass, sessionmodel.Facts{
		Package: func(pkg *types.Package) bool {
			fact := new(AnalysedFact)
			return pass.ImportPackageFact(pkg, fact) && fact.Touched
		},
		Func: func(fn *types.Func) bool { return pass.ImportObjectFact(fn, new(SummaryFact)) },
	}) || decidesSettings(pass) || mentionsSetCookie(pass)
}

// decidesSettings reports whether the package has a function that, by its
// name and result, decides a setting for others: func CookieDomain() string.
func decidesSettings(pass *analysis.Pass) bool {
	scope := pass.Pkg.Scope()
	for _, name := range scope.Names() {
		fn, ok := scope.Lookup(name).(*types.Func)
		if !ok || !fn.Exported() || !cookieWord(name) {
			continue
		}
		results := fn.Signature().Results()
		if results.Len() == 1 && isSettingScalar(results.At(0).Type()) {
			return true
		}
	}
	return false
}

// mentionsSetCookie reports whether the package, which deals with headers,
// names the one that sets cookies.
func mentionsSetCookie(pass *analysis.Pass) bool {
	if !slices.ContainsFunc(pass.Pkg.Imports(), func(p *types.Package) bool { return writesHeaders(p.Path()) }) {
		return false
	}
	for _, file := range pass.Files {
		found := false
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BasicLit:
				found = found || len(n.Value) == len(`"Set-Cookie"`) && strings.EqualFold(n.Value[1:len(n.Value)-1], "Set-Cookie")
			case *ast.Ident:
				found = found || strings.Contains(n.Name, "SetCookie")
			}
			return !found
		})
		if found {
			return true
		}
	}
	return false
}
