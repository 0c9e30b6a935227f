// Package webhandlers says what functions do to sessions and credentials, and
// what the handlers of requests amount to: logins, logouts, changes of
// credentials.
//
// It reads the control-flow graph of each function: what may happen anywhere in
// it, what happens on every path, and which of proof, identity and renewal come
// together on one path, whatever their order. Functions are summarised callees
// first, and across own packages by facts. A call through an interface does
// what its implementations in this package and those it imports do, and failing
// those what the name of the method says. Handlers are judged with those who
// call them: what a helper leaves out, its caller may do.
//
// Facts travel from the package of a handler to the one that registers it, and not
// back. So a handler that only its route calls a logout is judged at the route, by what
// its fact says it does, and not by the order and the paths within it.
//
// What it does not see: which handler a route runs behind which guard, code of
// other modules that is not modelled, what a function value does that is kept
// in a variable. Files of tests do not count unless the options say so.
package webhandlers

import (
	"cmp"
	"fmt"
	"go/types"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/directive"
	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/guard"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/passes/lazyssa"
	"github.com/sessionlint/sessionlint/passes/references"
	"github.com/sessionlint/sessionlint/passes/routes"
)

// Analyzer reads the handlers of a package. Its result is *Handlers.
var Analyzer = &analysis.Analyzer{
	Name:       "sessionwebhandlers",
	Doc:        "find what handlers do to sessions and credentials",
	Run:        guard.Run(options.Code(run)),
	Requires:   []*analysis.Analyzer{options.Analyzer, directive.Analyzer, lazyssa.Analyzer, references.Analyzer, routes.Analyzer},
	ResultType: reflect.TypeFor[*Handlers](),
	FactTypes:  []analysis.Fact{new(HandlerFact), new(PackageFact)},
}

// Handlers holds what the handlers of one package do.
type Handlers struct {
	logins  []Login
	logouts []Logout
	changes []Change
	grants  map[ssa.Instruction]bool

	traits Trait
	engine *engine

	Steps int // instructions that were read
}

// Keeps says where the values of sessions live, as far as the stores tell that
// the package and those it imports make: "cookie", "server", "" if both or none.
func (h *Handlers) Keeps() string {
	switch h.traits & (ClientStore | ServerStore) {
	case ClientStore:
		return "cookie"
	case ServerStore:
		return "server"
	}
	return ""
}

// Of returns the handlers of the package of a pass that requires Analyzer.
func Of(pass *analysis.Pass) *Handlers { return pass.ResultOf[Analyzer].(*Handlers) }

// Logins returns where identity becomes attached to a client.
func (h *Handlers) Logins() []Login { return h.logins }

// Logouts returns the handlers that end a session.
func (h *Handlers) Logouts() []Logout { return h.logouts }

// Ends reports whether a function of the package may end sessions of a user, or make
// his tokens invalid, itself or through what it calls.
func (h *Handlers) Ends(fn *ssa.Function) bool {
	return h.engine != nil && h.engine.pkg != nil && fn != nil && h.engine.of(fn).May&(Ends|Empties) != 0
}

// Changes returns where credentials of accounts are replaced.
func (h *Handlers) Changes() []Change { return h.changes }

func run(pass *analysis.Pass) (any, error) {
	h := new(Handlers)
	if options.Of(pass).Foreign {
		return h, nil
	}
	if !touches(pass) {
		h.engine = newEngine(pass, nil, nil)
		if traits := (&engine{pass: pass}).imported(); traits != 0 {
			h.traits = traits
			pass.ExportPackageFact(&PackageFact{traits})
		}
		return h, nil
	}
	pkg, funcs, err := lazyssa.Of(pass).Running(options.Of(pass).Tests)
	if err != nil {
		return nil, fmt.Errorf("handlers of %s cannot be read: %w", pass.Pkg.Path(), err)
	}
	e := newEngine(pass, pkg, funcs)
	h.engine = e
	e.directives()
	e.routed()
	e.traits = e.imported() | e.own()
	h.traits = e.traits
	pass.ExportPackageFact(&PackageFact{e.traits | Touched})
	e.export()
	e.judge(h)
	e.grant(h)
	h.Steps = e.steps
	return h, nil
}

// directives reads the roles that comments give to functions.
func (e *engine) directives() {
	index := directive.Of(e.pass)
	for _, p := range index.All() {
		if p.Verb != directive.Role || p.Problem != nil || p.Func == nil {
			continue
		}
		if obj, ok := e.pass.TypesInfo.Defs[p.Func.Name].(*types.Func); ok {
			if fn := e.pkg.Prog.FuncValue(obj); fn != nil {
				e.told[fn] = p.Role
			}
		}
	}
}

// routed reads the paths of handlers.
func (e *engine) routed() {
	for _, route := range routes.Of(e.pass).Routes() {
		if fn := route.Handler.Fn; fn != nil {
			e.paths[fn] = append(e.paths[fn], nameOf(route.Path))
		} else if obj := route.Handler.Obj; obj != nil {
			e.away = append(e.away, awayRoute{evidence.Step{Start: route.Pos(), Stop: route.End()}, obj, nameOf(route.Path)})
		}
	}
}

// routedAs reports whether all routes of a function are of a kind. What serves
// others too stands between the router and the handlers.
func (e *engine) routedAs(fn *ssa.Function, is func(name) bool) bool {
	return len(e.paths[fn]) > 0 && !slices.ContainsFunc(e.paths[fn], func(path name) bool { return !is(path) })
}

// sorted returns the elements of a part of a fact in an order that does not depend
// on that of the imports.
func sorted[E comparable](list []E) []E {
	if len(list) == 0 {
		return nil
	}
	out := slices.Clone(list)
	slices.SortStableFunc(out, func(a, b E) int { return cmp.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
	return slices.Compact(out)
}

// maxFact bounds the parts of a fact.
const maxFact = 8

// export publishes what functions mean to other packages.
func (e *engine) export() {
	for _, fn := range e.funcs {
		obj, ok := fn.Object().(*types.Func)
		if !ok || fn.Parent() != nil || !obj.Exported() && obj.Signature().Recv() == nil {
			continue
		}
		s := *e.of(fn)
		s.Saves, s.Puts, s.Hashed = sorted(s.Saves), sorted(s.Puts), sorted(s.Hashed)
		if len(s.Saves) > maxFact || len(s.Puts) > maxFact || s.isZero() || !obj.Exported() {
			continue
		}
		e.pass.ExportObjectFact(obj, &HandlerFact{s})
	}
}
