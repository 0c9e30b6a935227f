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
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/passes/lazyssa"
)

// Analyzer computes the settings of a package. Its result is *Settings.
var Analyzer = &analysis.Analyzer{
	Name:       "sessionsettings",
	Doc:        "find which security settings cookies and session stores have",
	Run:        run,
	Requires:   []*analysis.Analyzer{options.Analyzer, lazyssa.Analyzer},
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
	sortObjects(result.objects)
	result.shareCookies(pass)
	return result, nil
}

// touches reports whether the package uses anything that can make, send or
// configure a cookie or session, itself or through another own package.
func touches(pass *analysis.Pass) bool {
	if !mayTouch(pass) {
		return false
	}
	index := know().index
	header := false
	for _, obj := range pass.TypesInfo.Uses {
		switch obj := obj.(type) {
		case *types.Func:
			if f := index.Func(obj); f != nil && f.Role.AboutSettings() {
				if f.Role != model.HeaderWrite {
					return true
				}
				header = true
			}
			if obj.Pkg() != nil && obj.Pkg() != pass.Pkg && !know().packages[obj.Pkg().Path()] && pass.ImportObjectFact(obj.Origin(), new(SummaryFact)) {
				return true
			}
		case *types.TypeName:
			if index.TypeOf(obj.Type()) != nil {
				return true
			}
		}
	}
	return header && mentionsSetCookie(pass) || decidesSettings(pass)
}

// mayTouch is the cheap first look at the imports.
func mayTouch(pass *analysis.Pass) bool {
	for _, imported := range pass.Pkg.Imports() {
		if know().packages[imported.Path()] {
			return true
		}
		fact := new(AnalysedFact)
		if pass.ImportPackageFact(imported, fact) && fact.Touched {
			return true
		}
	}
	return decidesSettings(pass)
}

// decidesSettings reports whether the package has a function that, by its
// name and result, decides a setting for others: func CookieDomain() string.
func decidesSettings(pass *analysis.Pass) bool {
	scope := pass.Pkg.Scope()
	for _, name := range scope.Names() {
		fn, ok := scope.Lookup(name).(*types.Func)
		if !ok || !fn.Exported() || !settingWord(name) {
			continue
		}
		results := fn.Signature().Results()
		if results.Len() == 1 && isSettingScalar(results.At(0).Type()) {
			return true
		}
	}
	return false
}

func mentionsSetCookie(pass *analysis.Pass) bool {
	found := false
	for _, file := range pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && len(lit.Value) == len(`"Set-Cookie"`) && strings.EqualFold(lit.Value, `"Set-Cookie"`) {
				found = true
			}
			if id, ok := n.(*ast.Ident); ok && strings.Contains(id.Name, "SetCookie") {
				found = true
			}
			return !found
		})
	}
	return found
}
