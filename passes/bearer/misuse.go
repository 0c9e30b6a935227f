package bearer

import (
	"go/token"

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
		p.Pardon = e.pardon(call, w)
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
		if len(calls.Uses(err)) > 0 {
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
	for _, ref := range calls.Uses(err) {
		switch ref := ref.(type) {
		case *ssa.Store:
			if cell, ok := ref.Addr.(*ssa.Alloc); ok && ref.Val == err {
				for _, use := range calls.Uses(cell) {
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
	for _, ref := range calls.Uses(tok) {
		switch ref := ref.(type) {
		case *ssa.FieldAddr:
			if fieldName(ref) == "Valid" {
				for _, use := range calls.Uses(ref) {
					if load, ok := use.(*ssa.UnOp); ok {
						w.valid[load] = true
					}
				}
			}
		case *ssa.Store:
			if cell, ok := ref.Addr.(*ssa.Alloc); ok && ref.Val == tok {
				for _, use := range calls.Uses(cell) {
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
	given := arg(w.p.bearer, call, model.ArgClaims)
	if indexOf(w.p.bearer, model.ArgClaims) == model.Receiver {
		given = nil
	}
	for _, v := range []ssa.Value{given, w.p.filled} {
		if v == nil || v.Parent() != call.Parent() {
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
				for _, ref := range calls.Uses(cell) {
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
