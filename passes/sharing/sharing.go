// Package sharing finds what handlers keep of a request where other requests
// find it: in a package variable, in a field of what all requests share, in a
// variable around the handler.
package sharing

import (
	"fmt"
	"go/ast"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/guard"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/passes/lazyssa"
	"github.com/sessionlint/sessionlint/passes/routes"
)

// Analyzer looks at the handlers of a package. Its result is *Sharing.
var Analyzer = &analysis.Analyzer{
	Name:       "sessionsharing",
	Doc:        "find what handlers keep of a request where others find it",
	Run:        guard.Run(options.Code(run)),
	Requires:   []*analysis.Analyzer{options.Analyzer, lazyssa.Analyzer, routes.Analyzer},
	ResultType: reflect.TypeFor[*Sharing](),
}

// Sharing holds what was found in one package.
type Sharing struct{ kept []Kept }

// Of returns the result for the package of a pass that requires Analyzer.
func Of(pass *analysis.Pass) *Sharing { return pass.ResultOf[Analyzer].(*Sharing) }

// Kept returns what is kept, in source order.
func (s *Sharing) Kept() []Kept { return s.kept }

// A Kind says what is kept.
type Kind uint8

const (
	Identity Kind = iota // who sent the request
	Session              // the session of the request
	Lent                 // a text that the next request overwrites
)

// A Kept is a value of a request that outlives it.
type Kept struct {
	ast.Node
	Kind     Kind
	Name     string // of the variable or field: "current"
	Place    string // "package variable", "field", "captured variable", "map", "channel", "goroutine"
	Function string
	From     evidence.Step // where the value comes from
	Read     bool          // it is read elsewhere
}

func run(pass *analysis.Pass) (any, error) {
	s := new(Sharing)
	handlers := routes.Of(pass).Handlers()
	if options.Of(pass).Foreign || len(handlers) == 0 {
		return s, nil
	}
	pkg, funcs, err := lazyssa.Of(pass).Package()
	if err != nil {
		return nil, fmt.Errorf("handlers of %s cannot be read: %w", pass.Pkg.Path(), err)
	}
	e := newEngine(pass, pkg, funcs)
	for _, h := range handlers {
		if h.Proof >= routes.Exact {
			s.kept = append(s.kept, e.keptBy(h)...)
		}
	}
	slices.SortStableFunc(s.kept, func(a, b Kept) int { return int(a.Pos() - b.Pos()) })
	return s, nil
}
