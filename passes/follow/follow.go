// Package follow walks forward from a value: to what it is compared with, which
// calls it is given to, where it is kept. It follows the value through the
// functions, closures, fields and buffers of one package.
//
// It has no opinion: what a comparison or a call means decides who asks.
package follow

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

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

// A walk is one question.
type walk struct {
	*Walker
	seen map[ssa.Value]bool
	todo []ssa.Value
	uses []Use
	// Marked as inside are objects that only carry the value in one of their
	// fields, which is followed by itself.
	marks map[ssa.Value]mark
	mark
}

type mark struct{ inside, decoded bool }

func (t *walk) add(v ssa.Value) {
	if v != nil && !t.seen[v] {
		t.seen[v] = true
		t.marks[v] = t.mark
		t.todo = append(t.todo, v)
	}
}

// as adds a value that holds the one that is followed, or is it.
func (t *walk) as(inside bool, v ssa.Value) {
	old := t.inside
	t.inside = inside
	t.add(v)
	t.inside = old
}

func (t *walk) end(kind Kind, instr ssa.Instruction, v, other ssa.Value, arg int) {
	t.uses = append(t.uses, Use{Kind: kind, Instr: instr, Fn: instr.Parent(), Value: v, Other: other, Arg: arg, Decoded: t.decoded})
}

// value looks at everything that is done with a value.
func (t *walk) value(v ssa.Value) {
	refs := v.Referrers()
	if refs == nil {
		return
	}
	t.mark = t.marks[v]
	for _, instr := range *refs {
		t.instruction(v, instr)
	}
}

func (t *walk) instruction(v ssa.Value, instr ssa.Instruction) {
	switch instr := instr.(type) {
	case *ssa.Phi:
		t.add(instr)
	case *ssa.Convert, *ssa.ChangeType, *ssa.ChangeInterface, *ssa.MakeInterface, *ssa.TypeAssert, *ssa.Slice, *ssa.Extract,
		*ssa.Index, *ssa.Range, *ssa.Next, *ssa.SliceToArrayPointer:
		t.add(instr.(ssa.Value))
	case *ssa.Field, *ssa.FieldAddr:
		if !t.inside {
			t.add(instr.(ssa.Value))
		}
	case *ssa.IndexAddr:
		if instr.X == v {
			t.add(instr)
		}
	case *ssa.UnOp:
		if instr.Op == token.MUL {
			t.add(instr)
		}
	case *ssa.BinOp:
		t.binary(v, instr)
	case *ssa.Lookup:
		if instr.Index == v {
			t.end(Looked, instr, v, instr.X, 0)
		} else {
			t.add(instr)
		}
	case *ssa.MapUpdate:
		t.end(Kept, instr, v, nil, 0)
	case *ssa.Store:
		t.store(v, instr)
	case *ssa.Send:
		t.end(Kept, instr, v, nil, 0)
	case *ssa.MakeClosure:
		t.captured(v, instr)
	case *ssa.Return:
		t.returned(v, instr)
	case ssa.CallInstruction:
		t.call(v, instr)
	}
}

func (t *walk) binary(v ssa.Value, op *ssa.BinOp) {
	switch op.Op {
	case token.ADD:
		t.add(op)
	case token.EQL, token.NEQ, token.LSS, token.GTR, token.LEQ, token.GEQ:
		other := op.X
		if other == v {
			other = op.Y
		}
		t.end(Compared, op, v, other, 0)
	default:
		t.add(op)
	}
}

// store follows a value into the variable, buffer or field that it is put in.
func (t *walk) store(v ssa.Value, store *ssa.Store) {
	if store.Val != v {
		return
	}
	switch addr := store.Addr.(type) {
	case *ssa.Global:
		t.end(Kept, store, v, addr, 0)
		for _, read := range t.global[addr] {
			t.add(read)
		}
	case *ssa.FieldAddr:
		t.field(v, store, addr)
	case *ssa.IndexAddr:
		t.add(addr.X)
		if alloc, ok := addr.X.(*ssa.Alloc); ok {
			for _, ref := range *alloc.Referrers() {
				if slice, ok := ref.(*ssa.Slice); ok {
					t.add(slice)
				}
			}
		}
	default:
		t.add(store.Addr)
	}
}

// field: what is put into a field is what the package reads from it.
func (t *walk) field(v ssa.Value, store *ssa.Store, addr *ssa.FieldAddr) {
	f := fields.Of(addr.X.Type(), addr.Field).Origin()
	read := false
	for _, r := range t.reads[f] {
		if r == addr {
			continue
		}
		if at, ok := r.(*ssa.FieldAddr); ok && onlyWritten(at) {
			continue
		}
		read = true
		t.as(false, r)
	}
	if _, local := addr.X.(*ssa.Alloc); local {
		t.as(true, addr.X) // the object goes on
		return
	}
	if !read {
		t.end(Kept, store, v, nil, 0)
	}
}

func onlyWritten(addr *ssa.FieldAddr) bool {
	for _, ref := range *addr.Referrers() {
		if store, ok := ref.(*ssa.Store); !ok || store.Addr != ssa.Value(addr) {
			return false
		}
	}
	return true
}

func (t *walk) captured(v ssa.Value, made *ssa.MakeClosure) {
	fn := made.Fn.(*ssa.Function)
	for i, b := range made.Bindings {
		if b == v && i < len(fn.FreeVars) {
			t.add(fn.FreeVars[i])
		}
	}
}

func (t *walk) returned(v ssa.Value, ret *ssa.Return) {
	fn := ret.Parent()
	list := t.callers[fn]
	if len(list) == 0 || fn.Object() != nil && fn.Object().Exported() {
		t.end(Returned, ret, v, nil, 0)
	}
	for i, r := range ret.Results {
		if r != v {
			continue
		}
		for _, call := range list {
			result := call.Value()
			if result == nil {
				continue
			}
			if len(ret.Results) == 1 {
				t.add(result)
				continue
			}
			for _, ref := range *result.Referrers() {
				if x, ok := ref.(*ssa.Extract); ok && x.Index == i {
					t.add(x)
				}
			}
		}
	}
}

// call follows an argument into the function that is called, or through one
// that only spells it differently.
func (t *walk) call(v ssa.Value, call ssa.CallInstruction) {
	common := call.Common()
	args := calls.Operands(common)
	if body := calls.Body(t.pkg, common); body != nil {
		for i, a := range args {
			if a == v && i < len(body.Params) {
				t.add(body.Params[i])
			}
		}
		return
	}
	if b, ok := common.Value.(*ssa.Builtin); ok {
		if b.Name() == "append" || b.Name() == "min" || b.Name() == "max" {
			t.add(call.Value())
		}
		return
	}
	i := slices.Index(args, v)
	if spells(calls.Callee(common)) {
		before := t.decoded
		t.decoded = before || decodes(calls.Callee(common))
		defer func() { t.decoded = before }()
		t.add(call.Value())
		for _, a := range args[i+1:] { // json.Unmarshal(data, &v)
			if target(a) {
				t.add(a)
				if made, ok := a.(*ssa.MakeInterface); ok {
					t.add(made.X)
					t.filled(made.X)
				}
			}
		}
		return
	}
	t.end(Passed, call, v, nil, i)
}

func target(v ssa.Value) bool {
	if made, ok := v.(*ssa.MakeInterface); ok {
		v = made.X
	}
	_, isPointer := v.Type().Underlying().(*types.Pointer)
	return isPointer
}

// filled adds the fields of an object that was filled.
func (t *walk) filled(v ssa.Value) {
	refs := v.Referrers()
	if refs == nil {
		return
	}
	for _, ref := range *refs {
		if f, ok := ref.(*ssa.FieldAddr); ok {
			t.add(f)
		}
	}
}

// spells reports whether a function of the standard library returns, or fills
// in, another spelling of what it is given.
func spells(fn *types.Func) bool {
	if fn == nil || fn.Pkg() == nil {
		return false
	}
	switch fn.Pkg().Path() {
	case "strings", "bytes", "strconv", "net/url", "encoding/base64", "encoding/hex", "encoding/json", "unicode/utf8", "encoding/base32", "html":
		switch fn.Name() {
		case "Compare", "Equal", "EqualFold", "Contains", "HasPrefix", "HasSuffix", "Index":
			return false
		}
		return true
	case "fmt":
		return len(fn.Name()) > 5 && fn.Name()[:6] == "Sprint"
	}
	return false
}

// decodes reports whether a function undoes an encoding: what it returns was
// inside of what it is given.
func decodes(fn *types.Func) bool {
	switch fn.Pkg().Path() {
	case "encoding/base64", "encoding/base32", "encoding/hex", "encoding/json":
		return strings.HasPrefix(fn.Name(), "Decode") || strings.HasPrefix(fn.Name(), "Unmarshal")
	}
	return false
}
