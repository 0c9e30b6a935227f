package routes

import (
	"go/ast"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/edit"
	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// A Rejection is a call that refuses a request.
type Rejection struct {
	ast.Node
	What     string // the function that is called: "http.Error"
	Code     int    // 401, 403, …; 0: the client is sent to the login
	Function string
	Guard    bool // the function runs in front of others
	Check    bool // it rejects in some cases, and its result is dropped
	Mute     bool // of a check: it has no result
	After    After
	Then     evidence.Step // what runs behind it

	engine   *engine
	call     *ssa.Call
	mustStop bool       // the library goes on when the function returns
	path     []ast.Node // from the call outwards
}

// Grants reports whether an instruction does what nobody may reach who was
// rejected, beside answering.
type Grants func(ssa.Instruction) bool

// Rejections returns the calls that refuse requests, in source order: those
// that answer 401 or 403, or send the client to the login, and in guards those
// that answer with any other error.
func (r *Routes) Rejections(grants Grants) []*Rejection {
	if r.engine == nil {
		return nil
	}
	var all []*Rejection
	for _, fn := range r.engine.funcs {
		h := r.byFn[fn]
		guard := h != nil && h.Middleware && r.engine.refuses(fn)
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if call, ok := instr.(*ssa.Call); ok {
					if rej := r.rejection(call, h, guard, grants); rej != nil {
						all = append(all, rej)
					}
				}
			}
		}
	}
	slices.SortStableFunc(all, func(a, b *Rejection) int { return int(a.Pos() - b.Pos()) })
	return all
}

// isLast reports whether a handler of a library with chains is the last one of
// its own: it goes on to nothing but the ServeHTTP of a handler that it was given.
func (e *engine) isLast(h *Handler) bool {
	if h.inFront {
		return false
	}
	serves := false
	for _, b := range h.Fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok || e.answer(call).May&Next == 0 {
				continue
			}
			callee := calls.Callee(call.Common())
			if callee == nil || callee.Name() != "ServeHTTP" {
				return false
			}
			serves = true
		}
	}
	return serves
}

func (r *Routes) rejection(call *ssa.Call, h *Handler, guard bool, grants Grants) *Rejection {
	e := r.engine
	a := e.answer(call)
	if e.droppedCheck(call) {
		return e.checked(call, grants)
	}
	if a.Must&Leaves != 0 || a.Must&Rejects == 0 && !(guard && a.Must&Fails != 0) || e.goesIntoAnswer(call) {
		return nil
	}
	rej := &Rejection{What: e.called(call.Common()), Code: a.Code, Guard: guard, engine: e, call: call}
	rej.Node, rej.path = e.source(call)
	if rej.Node == nil {
		return nil
	}
	rej.Function = calledFrom(call.Parent())
	before := e.before(call)
	if before&Next != 0 {
		return rej // the protected part has run already
	}
	a.Must |= before & Stops
	goesOn := guard && h.Carrier.GoesOn && a.Must&(Completes|Rejects) != 0 && !e.isLast(h)
	rej.mustStop = goesOn && a.Must&Stops == 0
	after, at := e.after(call, a, goesOn, grants)
	rej.After = after
	if at != nil && at.Pos().IsValid() {
		rej.Then = evidence.Step{Start: at.Pos(), Stop: at.Pos()}
		if node, _ := e.source(at); node != nil {
			rej.Then.Start, rej.Then.Stop = node.Pos(), node.End()
		}
	}
	return rej
}

// refuses reports whether some call in a function rejects.
func (e *engine) refuses(fn *ssa.Function) bool { return e.summaries[fn].May&Rejects != 0 }

// before returns what has always happened before a call.
func (e *engine) before(call *ssa.Call) Effect {
	var done Effect
	for b := call.Block(); b != nil; b = b.Idom() {
		for _, instr := range b.Instrs {
			if instr == ssa.Instruction(call) {
				break
			}
			if earlier, ok := instr.(*ssa.Call); ok {
				done |= e.answer(earlier).Must
			}
		}
	}
	return done
}

// goesIntoAnswer reports whether a call only sets the status for the next one
// in the chain: c.Status(401).JSON(…).
func (e *engine) goesIntoAnswer(call *ssa.Call) bool {
	for _, ref := range calls.Uses(call) {
		next, ok := ref.(*ssa.Call)
		if ok && len(calls.Operands(next.Common())) > 0 && calls.Operands(next.Common())[0] == ssa.Value(call) && e.answer(next).Must != 0 {
			return true
		}
	}
	return false
}

// called returns the name of what a call calls, for people.
func (e *engine) called(common *ssa.CallCommon) string {
	callee := calls.Callee(common)
	if callee == nil {
		return nameOf(common.Value)
	}
	if callee.Signature().Recv() == nil && callee.Pkg() != nil && callee.Pkg() != e.pass.Pkg {
		return callee.Pkg().Name() + "." + callee.Name()
	}
	return callee.Name()
}

func calledFrom(fn *ssa.Function) string { return calls.Outermost(fn).Name() }

// source returns the call in the source and what it is in.
func (e *engine) source(instr ssa.Instruction) (ast.Node, []ast.Node) {
	path := edit.Around(e.pass.Files, instr.Pos())
	for i, n := range path {
		if c, ok := n.(*ast.CallExpr); ok && c.Lparen == instr.Pos() {
			return c, path[i:]
		}
	}
	return nil, nil
}
