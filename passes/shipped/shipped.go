// Package shipped reads what a package sends to browsers: HTML templates and
// scripts that it embeds, parses or serves from a directory beside it, and the
// pages in its own string literals. It finds where they put something into
// the storage of the browser or into document.cookie, and where a template
// prints a credential of the user into a script.
//
// A real tokenizer reads HTML and a real parser reads JavaScript. What it does
// not see: bundles of third parties, minified and large files (they are
// counted as unread), TypeScript and other languages that browsers do not run,
// keys that are not constants, front ends outside of the package.
package shipped

import (
	"go/token"
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/directive"
	"github.com/sessionlint/sessionlint/internal/guard"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/internal/own"
	"github.com/sessionlint/sessionlint/passes/references"
)

// Analyzer reads what a package ships. Its result is *Assets.
var Analyzer = &analysis.Analyzer{
	Name:       "sessionshipped",
	Doc:        "find what scripts and templates of a package keep in the browser",
	Run:        guard.Run(options.Code(run)),
	Requires:   []*analysis.Analyzer{options.Analyzer, references.Analyzer},
	ResultType: reflect.TypeFor[*Assets](),
}

// Of returns the assets of the package of a pass that requires Analyzer.
func Of(pass *analysis.Pass) *Assets { return pass.ResultOf[Analyzer].(*Assets) }

// Assets are what a package ships.
type Assets struct {
	bundles []*Bundle
	writes  []Write

	directives []*directive.Placed
}

// Directives returns what comments in the files say that Writes are in.
func (a *Assets) Directives() []*directive.Placed { return a.directives }

// Bundles returns the places that ship files which browsers interpret.
func (a *Assets) Bundles() []*Bundle { return a.bundles }

// Writes returns what scripts write, in the order of files and places.
func (a *Assets) Writes() []Write { return a.writes }

// A Bundle is a directive or call that ships files.
type Bundle struct {
	place
	Files   int      // that were read
	Scripts int      // that were read, in files of their own or in pages
	Unread  []string // names of scripts that were not, at most a few
}

// A Store is where a script puts something.
type Store uint8

// The stores of a browser.
const (
	Local    Store = iota // localStorage
	Session               // sessionStorage
	Database              // IndexedDB
	Cookie                // document.cookie
	Page                  // a variable of the page, printed by a template
	Field                 // a hidden field of the page, printed by a template
	Link                  // the query of a URL, made by a script or printed by a template
)

func (s Store) String() string {
	return [...]string{"localStorage", "sessionStorage", "IndexedDB", "document.cookie", "a script variable", "a hidden field", "a URL"}[s]
}

// A Write is a place where a script keeps something.
type Write struct {
	place
	Store Store
	Key   string // its constant name there; of what a template prints, its path
}

type place struct{ pos, end token.Pos }

// Pos is where it begins.
func (p place) Pos() token.Pos { return p.pos }

// End is where it ends.
func (p place) End() token.Pos { return p.end }

func run(pass *analysis.Pass) (any, error) {
	assets := new(Assets)
	if options.Of(pass).Foreign {
		return assets, nil
	}
	r := &reader{pass: pass, dir: own.PackageDir(pass), seen: make(map[string]bool)}
	if root, ok := own.ModuleRoot(r.dir); ok {
		r.root = root
	}
	for _, file := range pass.Files {
		r.embedded(file)
	}
	for _, call := range references.Of(pass).Calls() {
		r.served(call)
	}
	for _, lit := range references.Of(pass).Strings() {
		r.literal(lit)
	}
	assets.bundles, assets.writes, assets.directives = r.bundles, r.writes, r.directives
	return assets, nil
}
