package bearer

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

type evaluator func(v ssa.Value, at evidence.Step, depth int) []Life

// through looks at a value through variables, parameters and calls.
func (c *clock) through(v ssa.Value, at evidence.Step, depth int, eval evaluator) []Life {
	switch v := v.(type) {
	case *ssa.MakeInterface:
		return eval(v.X, at, depth+1)
	case *ssa.Convert:
		return eval(v.X, at, depth+1)
	case *ssa.ChangeType:
		return eval(v.X, at, depth+1)
	case *ssa.Phi:
		var out []Life
		for _, edge := range v.Edges {
			if !c.busy[edge] {
				out = merge(out, eval(edge, at, depth+1))
			}
		}
		return out
	case *ssa.Call:
		return c.returned(v, 0, at, depth, eval)
	case *ssa.Extract:
		if call, ok := v.Tuple.(*ssa.Call); ok {
			return c.returned(call, v.Index, at, depth, eval)
		}
	case *ssa.Parameter:
		return c.given(v, at, depth, eval)
	case *ssa.UnOp:
		return c.loaded(v, at, depth, eval)
	case *ssa.FreeVar:
		var out []Life
		for _, made := range c.bindings[v.Parent()] {
			for i, free := range made.Fn.(*ssa.Function).FreeVars {
				if free == v {
					out = merge(out, eval(made.Bindings[i], at, depth+1))
				}
			}
		}
		if out != nil {
			return out
		}
	}
	return unknownLife(at)
}

func (c *clock) returned(call *ssa.Call, i int, at evidence.Step, depth int, eval evaluator) []Life {
	fn := calls.Body(c.pkg, call.Common())
	if fn == nil {
		return unknownLife(at)
	}
	if c.inside[fn] {
		return unknownLife(at)
	}
	c.inside[fn] = true
	defer delete(c.inside, fn)
	var out []Life
	for _, b := range fn.Blocks {
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok && i < len(ret.Results) {
			for _, l := range eval(ret.Results[i], at, depth+1) {
				out = merge(out, c.filled(l, fn, call, depth, eval))
			}
		}
	}
	return out
}

// filled puts an argument in the place of a parameter.
func (c *clock) filled(l Life, fn *ssa.Function, call *ssa.Call, depth int, eval evaluator) []Life {
	ops := calls.Operands(call.Common())
	if !l.param || l.Param >= len(ops) {
		return []Life{l}
	}
	at := c.argStep(call, written(call, l.Param), l.At)
	if isDuration(ops[l.Param].Type()) {
		return c.duration(ops[l.Param], at, depth+1)
	}
	return eval(ops[l.Param], at, depth+1)
}

// given: what the package calls a function with.
func (c *clock) given(p *ssa.Parameter, at evidence.Step, depth int, eval evaluator) []Life {
	fn := p.Parent()
	if c.inside[fn] || isExported(fn) || c.mentions[fn] || len(c.callers[fn]) == 0 {
		return []Life{{At: at, Param: position(p), param: true}}
	}
	var out []Life
	for _, call := range c.callers[fn] {
		ops := calls.Operands(call.Common())
		i := position(p)
		if i >= len(ops) {
			continue
		}
		n := i
		if fn.Signature.Recv() != nil {
			n--
		}
		out = merge(out, c.asked(call, eval(ops[i], c.argStep(call, n, c.step(call)), depth+1)))
	}
	return out
}

// asked notes what a call asks for with the lifetimes that it hands in.
func (c *clock) asked(call ssa.CallInstruction, lives []Life) []Life {
	kind := c.kindOf(call)
	for i := range lives {
		lives[i].For |= kind
		lives[i].Given = true
	}
	return lives
}

func (c *clock) loaded(v *ssa.UnOp, at evidence.Step, depth int, eval evaluator) []Life {
	if v.Op != token.MUL {
		return unknownLife(at)
	}
	if lives := c.flagged(v.X, at, depth, eval); lives != nil {
		return lives
	}
	switch addr := v.X.(type) {
	case *ssa.Global:
		if stores := c.globals[addr]; len(stores) == 1 && !token.IsExported(addr.Name()) {
			return eval(stores[0].Val, c.declaredOf(addr, at), depth+1)
		}
	case *ssa.FieldAddr:
		field := fields.Of(addr.X.Type(), addr.Field).Origin()
		if field.Exported() && !isTime(field.Type()) {
			return unknownLife(at) // configuration
		}
		var out []Life
		for _, store := range c.stores[field] {
			out = merge(out, eval(store.Val, c.storeStep(store), depth+1))
		}
		if out != nil {
			return out
		}
	case *ssa.Alloc:
		return c.variable(addr, v, at, depth, eval)
	case *ssa.FreeVar:
		var out []Life
		for _, made := range c.bindings[addr.Parent()] {
			for i, free := range made.Fn.(*ssa.Function).FreeVars {
				if cell, ok := made.Bindings[i].(*ssa.Alloc); ok && free == addr {
					out = merge(out, c.variable(cell, made, at, depth, eval))
				}
			}
		}
		if out != nil {
			return out
		}
	}
	return unknownLife(at)
}

func (c *clock) declaredOf(g *ssa.Global, at evidence.Step) evidence.Step {
	for _, file := range c.pass.Files {
		if value := declarationIn(file, g.Object(), c.pass.TypesInfo); value != nil {
			return evidence.Step{Start: value.Pos(), Stop: value.End()}
		}
	}
	return at
}

// variable: what a local variable holds, zero before anything is stored.
func (c *clock) variable(cell *ssa.Alloc, use ssa.Instruction, at evidence.Step, depth int, eval evaluator) []Life {
	var out []Life
	set := false
	for _, ref := range calls.Uses(cell) {
		store, ok := ref.(*ssa.Store)
		if !ok || store.Addr != cell {
			continue
		}
		set = set || store.Block().Dominates(use.Block())
		step := at
		if expr := c.syntax.stored(store.Pos()); expr != nil && at == (evidence.Step{}) {
			step = evidence.Step{Start: expr.Pos(), Stop: expr.End()}
		}
		out = merge(out, eval(store.Val, step, depth+1))
	}
	if filled := c.filledIn(cell, at, depth, eval); filled != nil {
		return merge(out, filled)
	}
	if !set {
		out = append(out, Life{Known: true, Zero: true, At: c.instrStep(use)})
	}
	return out
}
