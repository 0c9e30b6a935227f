package bearer

import (
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// A Misuse is a use of claims on a path on which the verification failed.
type Misuse struct {
	Ignored bool          // nobody looks at the error
	At      evidence.Step // the test that does not tell, or the verification
	Use     evidence.Step // where the claims are used
}

// A watcher walks the paths behind a verification on which it may have failed.
type watcher struct {
	*engine
	p      *Parse
	tok    ssa.Value
	errs   map[ssa.Value]bool
	valid  map[ssa.Value]bool
	uses   map[ssa.Instruction]bool
	gate   *ssa.If // a test of the token that does not tell
	seen   map[*ssa.BasicBlock]bool
	found  ssa.Instruction
	tested bool
}

// misuse looks for a use of the claims that does not depend on the result of
// the verification, for libraries that fill the claims in either way.
func (e *engine) misuse(p *Parse) *Misuse {
	call, ok := p.call.(*ssa.Call)
	if !ok {
		return nil
	}
	w := &watcher{
		engine: e, p: p, tok: result(call, p.bearer.Result), errs: map[ssa.Value]bool{}, valid: map[ssa.Value]bool{},
		uses: map[ssa.Instruction]bool{}, seen: map[*ssa.BasicBlock]bool{},
	}
	if err := result(call, 1); err != nil {
		w.errs[err] = true
		w.spread(err)
	}
	if w.tok != nil {
		w.validity(w.tok)
	}
	w.collect(call)
	if len(w.uses) == 0 {
		return nil
	}
	w.block(call.Block(), position2(call)+1)
	if w.found == nil {
		return nil
	}
	m := &Misuse{Ignored: !w.tested && !w.looked(), At: evidence.Step{Start: p.Pos(), Stop: p.End()}, Use: e.instrStep(w.found)}
	if w.gate != nil && !m.Ignored {
		if step := e.condStep(w.gate); step.Start.IsValid() {
			m.At = step
		}
	}
	return m
}

// looked reports whether anything is done with the error.
func (w *watcher) looked() bool {
	for err := range w.errs {
		if len(*err.Referrers()) > 0 {
			return true
		}
	}
	return false
}

func position2(instr ssa.Instruction) int {
	for i, x := range instr.Block().Instrs {
		if x == instr {
			return i
		}
	}
	return 0
}

// spread notes variables that hold the error.
func (w *watcher) spread(err ssa.Value) {
	for _, ref := range *err.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if cell, ok := ref.Addr.(*ssa.Alloc); ok && ref.Val == err {
				for _, use := range *cell.Referrers() {
					if load, ok := use.(*ssa.UnOp); ok {
						w.errs[load] = true
					}
				}
			}
		case *ssa.Phi:
			if !w.errs[ref] {
				w.errs[ref] = true
				w.spread(ref)
			}
		}
	}
}

// validity notes loads of the flag that says that the verification succeeded.
func (w *watcher) validity(tok ssa.Value) {
	for _, ref := range *tok.Referrers() {
		switch ref := ref.(type) {
		case *ssa.FieldAddr:
			if fieldName(ref) == "Valid" {
				for _, use := range *ref.Referrers() {
					if load, ok := use.(*ssa.UnOp); ok {
						w.valid[load] = true
					}
				}
			}
		case *ssa.Store:
			if cell, ok := ref.Addr.(*ssa.Alloc); ok && ref.Val == tok {
				for _, use := range *cell.Referrers() {
					if load, ok := use.(*ssa.UnOp); ok {
						w.validity(load)
					}
				}
			}
		}
	}
}

// collect finds where claims leave the function, or are used in it.
func (w *watcher) collect(call *ssa.Call) {
	f := w.newFlow(call, false)
	f.uses = w.uses
	if w.tok != nil {
		f.token(w.tok)
	}
	for _, slot := range []model.Slot{model.ArgClaims} {
		v := arg(w.p.bearer, call, slot)
		if v == nil || indexOf(w.p.bearer, slot) == model.Receiver {
			continue
		}
		if made, ok := v.(*ssa.MakeInterface); ok {
			v = made.X
		}
		if cell, ok := v.(*ssa.Alloc); ok {
			f.claims(cell)
		}
		if made, ok := v.(*ssa.MakeMap); ok {
			f.claims(made)
		}
		if load, ok := v.(*ssa.UnOp); ok && load.Op == token.MUL {
			if cell, ok := load.X.(*ssa.Alloc); ok { // a variable that holds the pointer
				for _, ref := range *cell.Referrers() {
					if other, ok := ref.(*ssa.UnOp); ok {
						f.claims(other)
					}
				}
			}
		}
	}
}

// block walks a block and those behind it while the verification may have
// failed.
func (w *watcher) block(b *ssa.BasicBlock, from int) {
	if from == 0 {
		if w.seen[b] {
			return
		}
		w.seen[b] = true
	}
	if w.found != nil || w.spent() {
		return
	}
	for _, instr := range b.Instrs[from:] {
		if w.uses[instr] && !w.handsBack(instr) {
			w.found = instr
			return
		}
		if cond, ok := instr.(*ssa.If); ok {
			then, els := w.branches(cond)
			if then {
				w.block(b.Succs[0], 0)
			}
			if els {
				w.block(b.Succs[1], 0)
			}
			return
		}
	}
	for _, next := range b.Succs {
		w.block(next, 0)
	}
}

// handsBack reports whether a return says that the verification failed.
func (w *watcher) handsBack(instr ssa.Instruction) bool {
	ret, ok := instr.(*ssa.Return)
	if !ok {
		return false
	}
	if len(ret.Results) > 1 && fails(ret) {
		return true
	}
	for _, r := range ret.Results {
		if w.errs[r] || w.valid[r] || w.tok != nil && (r == w.tok || w.loads(r)) || w.about(r, 0) {
			return true
		}
	}
	return false
}

// branches says behind which sides of a condition the verification may still
// have failed.
func (w *watcher) branches(cond *ssa.If) (then, els bool) {
	switch v := cond.Cond.(type) {
	case *ssa.UnOp:
		if w.valid[v] {
			w.tested = true
			return false, true
		}
	case *ssa.BinOp:
		return w.comparison(cond, v)
	case *ssa.Call:
		if w.about(v, 0) {
			w.tested = true
			switch callee := calls.Callee(v.Common()); {
			case ofErrors(callee, "As"):
				return true, true // every failure has the same type
			case ofErrors(callee, "Is"):
				return false, true // one reason, which somebody has thought of
			}
			return false, false
		}
	}
	if w.about(cond.Cond, 0) {
		w.tested = true
		return false, false
	}
	return true, true
}

// ofErrors reports whether a function is the one of a package errors that has
// the name.
func ofErrors(callee *types.Func, name string) bool {
	return callee != nil && callee.Name() == name && callee.Pkg() != nil && callee.Pkg().Name() == "errors"
}

func (w *watcher) comparison(cond *ssa.If, v *ssa.BinOp) (then, els bool) {
	x, y := v.X, v.Y
	if w.errs[y] {
		x, y = y, x
	}
	k, isConst := y.(*ssa.Const)
	switch {
	case w.errs[x] && isConst && k.Value == nil:
		w.tested = true
		return v.Op == token.NEQ, v.Op == token.EQL
	case w.errs[x]: // one reason
		w.tested = true
		return v.Op == token.NEQ, v.Op == token.EQL
	case w.valid[x]:
		w.tested = true
		holds := isConst && k.Value != nil && constant.BoolVal(k.Value) == (v.Op == token.EQL)
		return !holds, holds
	case w.tok != nil && (x == w.tok || w.loads(x)) && isConst:
		w.gate = cond
		return true, true
	case w.reason(x) || w.reason(y): // the reason that the error gives
		return v.Op != token.EQL && v.Op != token.NEQ || v.Op == token.NEQ, v.Op == token.EQL
	case w.about(v, 0):
		w.tested = true
		return false, false
	}
	return true, true
}

// loads reports whether a value is the token, read from a variable.
func (w *watcher) loads(v ssa.Value) bool {
	load, ok := v.(*ssa.UnOp)
	if !ok {
		return false
	}
	cell, ok := load.X.(*ssa.Alloc)
	if !ok {
		return false
	}
	for _, ref := range *cell.Referrers() {
		if store, ok := ref.(*ssa.Store); ok && store.Val == w.tok {
			return true
		}
	}
	return false
}

// reason reports whether a value is what a validation error says of itself:
// ve.Errors, or some bits of it.
func (w *watcher) reason(v ssa.Value) bool {
	for range 4 {
		switch x := v.(type) {
		case *ssa.BinOp:
			v = x.X
			continue
		case *ssa.UnOp:
			addr, ok := x.X.(*ssa.FieldAddr)
			return ok && namedLike(addr.X.Type(), "ValidationError")
		}
		return false
	}
	return false
}

func namedLike(t types.Type, name string) bool {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Name() == name
}

// about reports whether a value was computed from the error or the flag.
func (w *watcher) about(v ssa.Value, depth int) bool {
	if w.errs[v] || w.valid[v] {
		return true
	}
	if depth > 6 {
		return false
	}
	switch v := v.(type) {
	case *ssa.Phi:
		for _, edge := range v.Edges {
			if w.about(edge, depth+1) {
				return true
			}
		}
		for _, pred := range v.Block().Preds { // a && b: the branch before it was about it
			if cond, ok := pred.Instrs[len(pred.Instrs)-1].(*ssa.If); ok && w.about(cond.Cond, depth+1) && isBool(v.Type()) {
				return true
			}
		}
	case *ssa.BinOp:
		return w.about(v.X, depth+1) || w.about(v.Y, depth+1)
	case *ssa.UnOp:
		return w.about(v.X, depth+1)
	case *ssa.MakeInterface:
		return w.about(v.X, depth+1)
	case *ssa.ChangeInterface:
		return w.about(v.X, depth+1)
	case *ssa.TypeAssert:
		return w.about(v.X, depth+1)
	case *ssa.Extract:
		return w.about(v.Tuple, depth+1)
	case *ssa.Call:
		for _, op := range calls.Operands(v.Common()) {
			for _, elem := range calls.Elements(op) {
				if w.about(elem, depth+1) {
					return true
				}
			}
		}
	}
	return false
}
