// Package guards says how code decides that a request is logged in: which
// values of a session it reads, whether it looks at what it found, which
// functions reject requests without them, and who writes the same values.
package guards

import (
	"fmt"
	"go/ast"
	"go/types"
	"reflect"
	"slices"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/guard"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/passes/lazyssa"
	"github.com/sessionlint/sessionlint/passes/references"
	"github.com/sessionlint/sessionlint/passes/routes"
	"github.com/sessionlint/sessionlint/passes/sessionmodel"
)

// Analyzer reads the guards of a package. Its result is *Guards.
var Analyzer = &analysis.Analyzer{
	Name:       "sessionguards",
	Doc:        "find how code decides that a request is logged in",
	Run:        guard.Run(options.Code(run)),
	Requires:   []*analysis.Analyzer{options.Analyzer, lazyssa.Analyzer, references.Analyzer, routes.Analyzer},
	ResultType: reflect.TypeFor[*Guards](),
	FactTypes:  []analysis.Fact{new(OwnFact), new(StepFact)},
}

// Guards holds what was read of one package.
type Guards struct {
	reads  []Read
	writes []Write
	opens  []Open

	carried  []Read
	openings []Opening
}

// Of returns the result for the package of a pass that requires Analyzer.
func Of(pass *analysis.Pass) *Guards { return pass.ResultOf[Analyzer].(*Guards) }

// Reads returns where values of sessions are read, in source order.
func (g *Guards) Reads() []Read { return g.reads }

// Carried returns where handlers read who sends the request, as middleware has
// found out and kept for them, in source order.
func (g *Guards) Carried() []Read { return g.carried }

// Writes returns where values of sessions are written, in source order.
func (g *Guards) Writes() []Write { return g.writes }

// Opens returns the middleware that verifies tokens and lets everybody through.
func (g *Guards) Opens() []Open { return g.opens }

// Openings returns what logins store too early, and guards of routes take for a
// whole login, in the order of the routes.
func (g *Guards) Openings() []Opening { return g.openings }

// A Read is a value of a session that is read by a constant key.
type Read struct {
	ast.Node
	Key      string
	Function string
	Fn       *ssa.Function
	Guard    bool // the function rejects requests
	Blind    bool // whether the value was there is not looked at: what is missing reads as zero
	Tested   bool // the value is compared with something, or something else tells that it is there
	Stored   evidence.Step
	Shielded string   // what may have rejected the request before, or ""
	Front    bool     // the function runs in front of others
	Paths    []string // of the routes that it runs in front of, if all of them are in sight
	Also     []string // further keys that the function, or one that it calls, reads

	Filled evidence.Step // of a value that middleware keeps: where, on some of its paths
}

// A Write is a value of a session that is written under a constant key.
type Write struct {
	ast.Node
	Key      string
	Function string
	Fn       *ssa.Function
	Proven   bool    // a password, a factor or a token is verified in the function
	Constant string  // the value, if it is a constant
	Asked    bool    // the value is what the request names: an element of the path, a parameter
	Then     *Branch // a branch behind it that sends the client to a further step
	Size     Size    // of the value
	Holds    string  // what it is: "a list"
}

// A Branch is a condition that sends somebody to another step of the login.
type Branch struct {
	evidence.Step
	Condition string // "user.MFAEnabled"
	Undone    bool   // the value is removed again, or a mark is set, on the branch

	block *ssa.BasicBlock
}

// An Open is a middleware that lets everybody through.
type Open struct {
	ast.Node
	What    string
	Checked bool // something rejects, or asks what it found
	Unclear bool // something that is not in sight may
}

// An OwnFact marks packages that ask what a middleware found, or reject.
type OwnFact struct{ Checks, Touched bool }

// AFact marks a fact.
func (*OwnFact) AFact() {}

func (f *OwnFact) String() string { return fmt.Sprintf("checks=%v", f.Checks) }

func run(pass *analysis.Pass) (any, error) {
	g := new(Guards)
	if options.Of(pass).Foreign || !touches(pass) {
		return g, nil
	}
	pkg, funcs, err := lazyssa.Of(pass).Running(options.Of(pass).Tests)
	if err != nil {
		return nil, fmt.Errorf("guards of %s cannot be read: %w", pass.Pkg.Path(), err)
	}
	e := newEngine(pass, pkg, funcs)
	pass.ExportPackageFact(&OwnFact{Checks: e.checks, Touched: true})
	for _, fn := range funcs {
		g.reads = append(g.reads, e.readsIn(fn)...)
		g.carried = append(g.carried, e.carriedIn(fn)...)
		g.writes = append(g.writes, e.writesIn(fn)...)
	}
	g.opens = e.openGuards()
	g.openings = e.openings()
	e.exportSteps()
	slices.SortStableFunc(g.reads, func(a, b Read) int { return int(a.Pos() - b.Pos()) })
	slices.SortStableFunc(g.carried, func(a, b Read) int { return int(a.Pos() - b.Pos()) })
	slices.SortStableFunc(g.writes, func(a, b Write) int { return int(a.Pos() - b.Pos()) })
	return g, nil
}

var gate = sync.OnceValue(func() *sessionmodel.Gate {
	return sessionmodel.NewGate(func(f *model.Func) bool {
		switch f.Role {
		case model.SessionPut, model.SessionGet, model.SessionOpen, model.GuardOpen, model.Guard, model.Verified, model.RequestGet, model.GuardConfigured:
			return true
		}
		return false
	}, false)
})

// touches reports whether the package reads or writes sessions, itself or through
// another own package, or verifies tokens in middleware.
func touches(pass *analysis.Pass) bool {
	return gate().Open(pass, sessionmodel.Facts{
		Package: func(pkg *types.Package) bool { return pass.ImportPackageFact(pkg, new(OwnFact)) },
		Func:    func(fn *types.Func) bool { return pass.ImportObjectFact(fn, new(StepFact)) },
	})
}
