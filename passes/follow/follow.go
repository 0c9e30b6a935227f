// Package follow walks forward from a value: to what it is compared with, which
// calls it is given to, where it is kept. It follows the value through the
// functions, closures, fields and buffers of one package.
//
// It has no opinion: what a comparison or a call means decides who asks.
package follow

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

// A Kind says what happens to a value.
type Kind uint8

const (
	Compared Kind = iota // with Other, by the operator of Instr
	Passed               // as argument Arg of a call whose body is not in sight
	Looked               // as key of a map
	Kept                 // in a package variable, a map, a channel, or a field that the package does not read
	Returned             // to callers that are not in sight
)

// A Use is the end of one way that a value takes.
type Use struct {
	Kind  Kind
	Instr ssa.Instruction
	Fn    *ssa.Function // that Instr is in
	Value ssa.Value     // the followed value, as it arrives
	Other ssa.Value     // of Compared
	// Decoded: on the way the value was read as base64, JSON and the like.
	Decoded bool
	Arg     int // of Passed: index among the operands, receiver included
}

// Bounds of one walk.
const maxVisits = 4000

// A Walker knows the functions of a package.
type Walker struct {
	pkg   *ssa.Package
	funcs []*ssa.Function

	indexed bool
	callers map[*ssa.Function][]ssa.CallInstruction
	reads   map[*types.Var][]ssa.Value
	global  map[*ssa.Global][]ssa.Value
}

// New returns a Walker for the functions of a package.
func New(pkg *ssa.Package, funcs []*ssa.Function) *Walker {
	return &Walker{pkg: pkg, funcs: funcs}
}

// Uses returns where values end. The answer is incomplete if complete is
// false: there was too much to follow.
func (w *Walker) Uses(roots ...ssa.Value) (uses []Use, complete bool) {
	w.index()
	t := &walk{Walker: w, seen: map[ssa.Value]bool{}, marks: map[ssa.Value]mark{}}
	for _, v := range roots {
		t.add(v)
	}
	for len(t.todo) > 0 && len(t.seen) < maxVisits {
		v := t.todo[0]
		t.todo = t.todo[1:]
		t.value(v)
	}
	return t.uses, len(t.todo) == 0
}

// Callers returns the static calls of a function in the package.
func (w *Walker) Callers(fn *ssa.Function) []ssa.CallInstruction {
	w.index()
	return w.callers[fn]
}

func (w *Walker) index() {
	if w.indexed {
		return
	}
	w.indexed = true
	w.callers = map[*ssa.Function][]ssa.CallInstruction{}
	w.reads = map[*types.Var][]ssa.Value{}
	w.global = map[*ssa.Global][]ssa.Value{}
	for _, fn := range w.funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				w.note(instr)
			}
		}
	}
}

func (w *Walker) note(instr ssa.Instruction) {
	switch instr := instr.(type) {
	case ssa.CallInstruction:
		if body := calls.Body(w.pkg, instr.Common()); body != nil {
			w.callers[body] = append(w.callers[body], instr)
		}
	case *ssa.FieldAddr:
		f := fields.Of(instr.X.Type(), instr.Field).Origin()
		w.reads[f] = append(w.reads[f], instr)
	case *ssa.Field:
		f := fields.Of(instr.X.Type(), instr.Field).Origin()
		w.reads[f] = append(w.reads[f], instr)
	case *ssa.UnOp:
		if g, ok := instr.X.(*ssa.Global); ok && instr.Op == token.MUL {
			w.global[g] = append(w.global[g], instr)
		}
	}
}
