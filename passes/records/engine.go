package records

import (
	"go/types"
	"slices"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/model/lib"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/routes"
	"github.com/sessionlint/sessionlint/passes/sessionmodel"
)

var gate = sync.OnceValue(func() *sessionmodel.Gate {
	return sessionmodel.NewGate(func(f *model.Func) bool { return f.Role == model.DBWrite || f.Role == model.DBRead }, false)
})

// touches reports whether the package has to be read.
func touches(pass *analysis.Pass) bool {
	return gate().Open(pass, sessionmodel.Facts{
		Package: func(pkg *types.Package) bool {
			fact := new(OwnFact)
			return pass.ImportPackageFact(pkg, fact) && fact.Records
		},
		Func: func(fn *types.Func) bool { return pass.ImportObjectFact(fn, new(KeyFact)) },
	})
}

// mayReach reports whether handlers of the package may reach records through an
// interface: it imports a package that has some.
func mayReach(pass *analysis.Pass) bool {
	return len(routes.Of(pass).Handlers()) > 0 && slices.ContainsFunc(pass.Pkg.Imports(), func(pkg *types.Package) bool {
		fact := new(OwnFact)
		return pass.ImportPackageFact(pkg, fact) && fact.Records
	})
}

// An engine reads one package.
type engine struct {
	pass   *analysis.Pass
	index  *lib.Index
	pkg    *ssa.Package
	funcs  []*ssa.Function
	routes *routes.Routes
	keys   map[*ssa.Function]*KeyFact
}

func newEngine(pass *analysis.Pass, pkg *ssa.Package, funcs []*ssa.Function) *engine {
	return &engine{pass: pass, index: lib.Shared(), pkg: pkg, funcs: funcs, routes: routes.Of(pass), keys: map[*ssa.Function]*KeyFact{}}
}

// maxRounds bounds chains of helpers.
const maxRounds = 4

// summarise finds the functions that reach a record by a parameter.
func (e *engine) summarise() {
	for range maxRounds {
		changed := false
		for _, fn := range e.funcs {
			if e.keys[fn] != nil {
				continue
			}
			if fact := e.keyOf(fn); fact != nil {
				e.keys[fn], changed = fact, true
			}
		}
		if !changed {
			break
		}
	}
	for _, fn := range e.funcs {
		if obj, ok := fn.Object().(*types.Func); ok && e.keys[fn] != nil && obj.Exported() {
			e.pass.ExportObjectFact(obj, e.keys[fn])
		}
	}
}

func (e *engine) keyOf(fn *ssa.Function) *KeyFact {
	for _, call := range callsIn(fn) {
		id, fact := e.reached(call)
		if fact == nil || e.ownerIn(fn, id) != "" {
			continue
		}
		if i := slices.Index(fn.Params, asParam(through(id))); i >= 0 {
			return &KeyFact{i, fact.Verb, fact.Table}
		}
	}
	return nil
}

func asParam(v ssa.Value) *ssa.Parameter {
	p, _ := v.(*ssa.Parameter)
	return p
}

// reached returns the ID by which a call reaches a record, and what it does to
// it; nil if it reaches none, or the owner takes part.
func (e *engine) reached(call *ssa.Call) (ssa.Value, *KeyFact) {
	if s := e.statementOf(call); s != nil {
		if !s.byID() || len(s.values) != 1 || s.verb == "select" || !holdsSessions(s.table) {
			return nil, nil
		}
		return s.values[0], &KeyFact{Verb: s.verb, Table: s.table}
	}
	callee := calls.Callee(call.Common())
	if callee == nil {
		return nil, nil
	}
	fact := e.factOf(callee)
	if body := calls.Body(e.pkg, call.Common()); body != nil {
		fact = e.keys[body]
	} else if call.Common().IsInvoke() {
		fact = e.implemented(callee)
	}
	if args := calls.Operands(call.Common()); fact != nil && fact.Param < len(args) {
		return args[fact.Param], fact
	}
	return nil, nil
}

// factOf returns what is known of a declared function, or nil.
func (e *engine) factOf(fn *types.Func) *KeyFact {
	if fn.Pkg() == e.pass.Pkg {
		return e.keys[e.pkg.Prog.FuncValue(fn.Origin())]
	}
	fact := new(KeyFact)
	if fn.Pkg() == nil || !e.pass.ImportObjectFact(fn.Origin(), fact) {
		return nil
	}
	return fact
}

// implemented returns what all implementations of a method do that this package
// and those it imports have; nil if there is none, or they differ.
func (e *engine) implemented(method *types.Func) *KeyFact {
	iface, ok := method.Signature().Recv().Type().Underlying().(*types.Interface)
	if !ok {
		return nil
	}
	var all *KeyFact
	for _, pkg := range append([]*types.Package{e.pass.Pkg}, e.pass.Pkg.Imports()...) {
		if pkg != e.pass.Pkg && !e.pass.ImportPackageFact(pkg, new(OwnFact)) {
			continue
		}
		for _, fn := range calls.Implementations(pkg, iface, method.Name()) {
			fact := e.factOf(fn)
			if fact == nil || all != nil && *all != *fact {
				return nil
			}
			all = fact
		}
	}
	return all
}

// accesses looks at the handlers.
func (e *engine) accesses() []Access {
	var all []Access
	for _, h := range e.routes.Handlers() {
		for _, call := range callsIn(h.Fn) {
			id, fact := e.reached(call)
			if fact == nil {
				continue
			}
			from, ok := e.chosen(id, 8)
			node := e.node(call)
			if !ok || node == nil {
				continue
			}
			a := Access{Node: node, Verb: fact.Verb, Table: fact.Table, Handler: h.Name(), Owner: e.ownerIn(h.Fn, id), Guard: e.guard(h)}
			for _, r := range h.Routes {
				for _, m := range r.Middleware {
					a.Guards = append(a.Guards, m.Name())
				}
			}
			if n := e.node(from); n != nil {
				a.ID = evidence.Step{Start: n.Pos(), Stop: n.End()}
			}
			all = append(all, a)
		}
	}
	slices.SortStableFunc(all, func(a, b Access) int { return int(a.Pos() - b.Pos()) })
	return all
}

func callsIn(fn *ssa.Function) []*ssa.Call {
	var list []*ssa.Call
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if call, ok := instr.(*ssa.Call); ok {
				list = append(list, call)
			}
		}
	}
	return list
}
