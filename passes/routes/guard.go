package routes

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// Guards reports whether a handler or middleware, as it was registered, lets
// no request go on that has not passed a check which may reject it. What
// rejects some requests and lets others through unasked does not guard.
func (r *Routes) Guards(ref Ref) bool {
	switch {
	case r.engine == nil:
		return false
	case ref.Fn != nil:
		return r.engine.guards(ref.Fn)
	case ref.Obj != nil:
		return r.engine.ofLibrary(ref.Obj)&Rejects != 0 || r.engine.imported(ref.Obj).guards
	}
	return false
}

// guards reports whether every way on through a function leads past a gate: a
// branch whose other side rejects.
func (e *engine) guards(fn *ssa.Function) bool {
	if e.summaries[fn].May&Rejects == 0 {
		return false
	}
	g := e.gatesOf(fn)
	return slices.Contains(g.goesOn, true) && !g.reaches(fn.Blocks[0], g.goesOn, g.gate)
}

// A gates says of each block of a function whether it goes on with the
// request, whether it may reject it, and whether it ends in a gate.
type gates struct {
	goesOn, rejects, gate []bool
	excuses               []bool // gates that whoever fails another check may pass
	stops                 []bool // nothing behind it runs, whatever the function does

	named map[*ssa.BasicBlock]bool // reached by calls of methods that the function names
}

func (e *engine) gatesOf(fn *ssa.Function) gates {
	n := len(fn.Blocks)
	g := gates{make([]bool, n), make([]bool, n), make([]bool, n), make([]bool, n), make([]bool, n), map[*ssa.BasicBlock]bool{}}
	chained := false
	for i, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if call, ok := instr.(ssa.CallInstruction); ok {
				a := e.answer(call)
				g.rejects[i] = g.rejects[i] || a.May&Rejects != 0
				g.stops[i] = g.stops[i] || a.Must&(Stops|Leaves) != 0
				g.goesOn[i] = g.goesOn[i] || a.May&Next != 0 || e.relays(call.Common())
			}
			if ret, ok := instr.(*ssa.Return); ok && e.returnsRejection(ret) {
				g.rejects[i] = true
			}
		}
		chained = chained || g.goesOn[i]
	}
	if !chained { // the library goes on when the function returns
		for i, b := range fn.Blocks {
			ret, ends := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
			g.goesOn[i] = ends && !within(b, g.stops) && !(e.isCheck(fn.Signature) && e.returnsRejection(ret))
		}
	}
	if e.isRemote(fn.Signature) {
		for _, b := range fn.Blocks {
			if _, side := e.named(b); side != nil {
				g.named[side] = true
			}
		}
	}
	e.findGates(g, fn)
	return g
}

// findGates finds the branches with a side that rejects and does not go on, and
// then those that only let pass by a second check whoever fails the first:
// if !token.Valid && !renewable(err) { reject }.
func (e *engine) findGates(g gates, fn *ssa.Function) {
	for _, second := range []bool{false, true, true} {
		for _, b := range fn.Blocks {
			branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
			if !ok || g.gate[b.Index] {
				continue
			}
			for i, side := range b.Succs {
				refused := g.reaches(side, g.rejects, nil) || within(b, g.rejects)
				if !second && refused && !g.reaches(side, g.goesOn, nil) ||
					second && refused && !g.reaches(side, g.goesOn, g.excuses) && proves(branch.Cond, i == 1) {
					g.gate[b.Index], g.excuses[b.Index] = true, !e.asksOnly(branch.Cond)
				}
			}
		}
	}
}

// asksOnly reports whether a condition is what a function says of the request
// alone: that its path is one for everybody.
func (e *engine) asksOnly(cond ssa.Value) bool {
	if not, ok := cond.(*ssa.UnOp); ok && not.Op == token.NOT {
		cond = not.X
	}
	call, ok := cond.(*ssa.Call)
	return ok && !slices.ContainsFunc(call.Call.Args, func(v ssa.Value) bool { return e.carrier(v.Type()) == nil })
}

// proves reports whether a condition, when it is as said, shows that something
// is there: a valid token, a user that was found. That something is missing,
// or that the path is one for everybody, shows nothing.
func proves(cond ssa.Value, holds bool) bool {
	switch c := cond.(type) {
	case *ssa.UnOp:
		if c.Op == token.NOT {
			return proves(c.X, !holds)
		}
		_, field := c.X.(*ssa.FieldAddr)
		return holds && c.Op == token.MUL && field
	case *ssa.Extract:
		return holds
	case *ssa.BinOp:
		return isError(c.X.Type()) && (c.Op == token.EQL && holds || c.Op == token.NEQ && !holds)
	}
	return false
}

// within reports whether a block, or one that every way to it leads through,
// has a property.
func within(b *ssa.BasicBlock, has []bool) bool {
	for ; b != nil; b = b.Idom() {
		if has[b.Index] {
			return true
		}
	}
	return false
}

// reaches reports whether a way leads from a block to one with a property, not
// through blocks that end it.
func (g gates) reaches(from *ssa.BasicBlock, has, ends []bool) bool {
	seen := make([]bool, len(has))
	var look func(b *ssa.BasicBlock) bool
	look = func(b *ssa.BasicBlock) bool {
		switch {
		case seen[b.Index] || g.named[b]:
			return false
		case has[b.Index]:
			return true
		case ends != nil && ends[b.Index] || g.stops[b.Index]:
			return false
		}
		seen[b.Index] = true
		return slices.ContainsFunc(b.Succs, look)
	}
	return look(from)
}

// relays reports whether a call runs a handler that was handed in, also one of
// the program's own kind.
func (e *engine) relays(common *ssa.CallCommon) bool {
	switch common.Value.(type) {
	case *ssa.Builtin, *ssa.Function, *ssa.MakeClosure:
		return false
	}
	return !common.IsInvoke() && e.handlerType(common.Signature()) && !answersErrors(nameOf(common.Value))
}

// returnsRejection reports whether a handler whose caller answers with what it
// returns refuses the request: return http.StatusUnauthorized, nil.
func (e *engine) returnsRejection(ret *ssa.Return) bool {
	if !e.handlerType(ret.Parent().Signature) {
		return false
	}
	if n := len(ret.Results); n > 0 && e.isCheck(ret.Parent().Signature) {
		k, ok := ret.Results[n-1].(*ssa.Const)
		return !ok || !k.IsNil()
	}
	for _, v := range ret.Results {
		if isInt(v.Type()) && ofStatus(constInt(v))&Rejects != 0 || isError(v.Type()) && e.refusal(v) {
			return true
		}
	}
	return e.isRemote(ret.Parent().Signature) && e.handsOn(ret, maxRefusals)
}

// refusal reports whether an error makes a library answer 401 or 403.
func (e *engine) refusal(v ssa.Value) bool {
	if m, ok := v.(*ssa.MakeInterface); ok {
		v = m.X
	}
	switch v := v.(type) {
	case *ssa.Call:
		f := e.index.Life(calls.Callee(v.Common()))
		if f == nil || f.Role != model.ResponseFail {
			return false
		}
		code := f.Status
		if arg := slot(f, v.Common(), model.ArgStatus); arg != nil {
			code = constInt(arg)
			if typeName(arg.Type()) == "Code" {
				code = ofRemote(code)
			}
		}
		return ofStatus(code)&Rejects != 0
	case *ssa.UnOp: // echo.ErrUnauthorized
		g, ok := v.X.(*ssa.Global)
		if !ok || v.Op != token.MUL || g.Pkg == e.pkg || g.Pkg == nil || e.index.Anchor(g.Pkg.Pkg.Path()) == nil {
			return false
		}
		return g.Name() == "ErrUnauthorized" || g.Name() == "ErrForbidden"
	}
	return false
}

// handlerType reports whether a type is that of a handler, also of the
// program's own kind: a function that takes a request.
func (e *engine) handlerType(t types.Type) bool {
	sig, ok := t.Underlying().(*types.Signature)
	if !ok {
		return false
	}
	for p := range sig.Params().Variables() {
		if e.carrier(p.Type()) != nil || e.holdsRequest(p.Type()) {
			return true
		}
	}
	return false
}
