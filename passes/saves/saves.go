// Package saves says what becomes of changes to sessions: whether they are
// written to the store and sent to the client before the function returns,
// whether they come too late, after the answer has started, and whether the
// error of writing them is looked at.
//
// A session is followed through one function and the functions of the package
// that it is handed to. Where it is kept, captured or handed to code that is
// not in sight, what becomes of it is not known.
package saves

import (
	"fmt"
	"go/ast"
	"go/types"
	"reflect"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/guard"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/passes/lazyssa"
	"github.com/sessionlint/sessionlint/passes/references"
	"github.com/sessionlint/sessionlint/passes/routes"
	"github.com/sessionlint/sessionlint/passes/sessionmodel"
)

// Analyzer follows the sessions of a package. Its result is *Saves.
var Analyzer = &analysis.Analyzer{
	Name:       "sessionsaves",
	Doc:        "find what becomes of changes to sessions",
	Run:        guard.Run(options.Code(run)),
	Requires:   []*analysis.Analyzer{options.Analyzer, lazyssa.Analyzer, references.Analyzer, routes.Analyzer},
	ResultType: reflect.TypeFor[*Saves](),
	FactTypes:  []analysis.Fact{new(SaveFact)},
}

// A SaveFact marks functions that save some session.
type SaveFact struct{}

// AFact marks a fact.
func (*SaveFact) AFact() {}

func (*SaveFact) String() string { return "saves" }

// Saves holds what was read of one package.
type Saves struct {
	changes []Change
	lates   []Late
	drops   []Drop
}

// Of returns the result for the package of a pass that requires Analyzer.
func Of(pass *analysis.Pass) *Saves { return pass.ResultOf[Analyzer].(*Saves) }

// Changes returns the changes that need a save behind them, one of each
// session and function, in source order.
func (s *Saves) Changes() []Change { return s.changes }

// Lates returns the calls that need the header of the answer, in source order.
func (s *Saves) Lates() []Late { return s.lates }

// Drops returns the saves and ends of sessions that return an error.
func (s *Saves) Drops() []Drop { return s.drops }

// A Change is a change to a session that a save has to follow.
type Change struct {
	ast.Node
	What     string // "the value \"uid\"", "the cleared session"
	Ends     bool   // it ends the session, or removes what is in it
	Function string
	Fate     Fate
	Lost     evidence.Step // where the function returns without saving
}

// A Fate is what becomes of a change.
type Fate uint8

const (
	Unclear  Fate = iota
	Saved         // on all paths on which nothing failed
	Lost          // on all of them
	LostHere      // on one of them
)

// A Late is a call that needs the header of the answer.
type Late struct {
	ast.Node
	What     string // the function: "http.SetCookie", "Save"
	Cookie   bool   // it only sets a cookie
	Function string
	Deferred bool
	Sure     bool          // the answer has always started before it
	Never    bool          // it has never
	Started  evidence.Step // by what
}

// A Drop is a save or an end of a session, which can fail.
type Drop struct {
	ast.Node
	What     string // the function: "Save"
	Destroys bool
	Function string
	Critical string // why it matters: "the session that logs out", or ""
	Dropped  bool
	Aside    bool // on purpose: assigned to the blank identifier
}

func run(pass *analysis.Pass) (any, error) {
	s := new(Saves)
	if options.Of(pass).Foreign || !touches(pass) {
		return s, nil
	}
	pkg, funcs, err := lazyssa.Of(pass).Running(options.Of(pass).Tests)
	if err != nil {
		return nil, fmt.Errorf("sessions of %s cannot be read: %w", pass.Pkg.Path(), err)
	}
	e := newEngine(pass, pkg, funcs)
	for _, fn := range funcs {
		if obj, ok := fn.Object().(*types.Func); ok && obj.Exported() && e.reaches(fn) {
			pass.ExportObjectFact(obj, new(SaveFact))
		}
	}
	s.changes = e.changesOf()
	s.lates = e.latesOf()
	s.drops = e.dropsOf()
	return s, nil
}

var gate = sync.OnceValue(func() *sessionmodel.Gate {
	return sessionmodel.NewGate(func(f *model.Func) bool {
		switch f.Role {
		case model.SessionPut, model.SessionRemove, model.SessionClear, model.SessionRenew, model.SessionDestroy, model.SessionSave,
			model.SessionOpen, model.CookieSend:
			return true
		}
		return false
	}, false)
})

// touches reports whether the package changes, saves or ends sessions, or
// sets cookies and answers.
func touches(pass *analysis.Pass) bool {
	return gate().Open(pass, sessionmodel.Facts{
		Package: func(*types.Package) bool { return false },
		Func:    func(fn *types.Func) bool { return pass.ImportObjectFact(fn, new(SaveFact)) },
	})
}
