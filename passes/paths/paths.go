// Package paths knows what is certain on one path through a function: which
// conditions were decided before, which variables hold a constant.
package paths

import (
	"fmt"
	"go/constant"
	"go/token"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// Knowledge is what is certain on a path.
type Knowledge struct {
	values map[string]string // of variables and choices, by what they hold: a constant, "set" (not nil), or another value
	facts  map[string]bool   // conditions
}

const notNil = "set"

// At returns what the branches in front of a block have decided.
func At(b *ssa.BasicBlock) Knowledge {
	k := Knowledge{map[string]string{}, map[string]bool{}}
	for d := b.Idom(); d != nil; d = d.Idom() {
		branch, ok := d.Instrs[len(d.Instrs)-1].(*ssa.If)
		if !ok || d.Succs[0] == d.Succs[1] {
			continue
		}
		for i, succ := range d.Succs {
			if len(succ.Preds) == 1 && succ.Dominates(b) {
				k.Learn(branch.Cond, i == 0)
			}
		}
	}
	return k
}

// Clone returns a copy, for another path.
func (k Knowledge) Clone() Knowledge {
	return Knowledge{maps.Clone(k.values), maps.Clone(k.facts)}
}

// Key names the state of a path at a block.
func (k Knowledge) Key(block int) string {
	var parts []string
	for name, v := range k.values {
		parts = append(parts, name+"="+v)
	}
	for name, v := range k.facts {
		parts = append(parts, fmt.Sprint(name, v))
	}
	slices.Sort(parts)
	return fmt.Sprint(block, parts)
}

// Nil notes that a value is nil.
func (k Knowledge) Nil(v ssa.Value) { k.values[pointer(v)] = "const nil" }

// Learn remembers a decided condition.
func (k Knowledge) Learn(cond ssa.Value, holds bool) {
	if not, ok := cond.(*ssa.UnOp); ok && not.Op == token.NOT {
		k.Learn(not.X, !holds)
		return
	}
	name, negated := k.condition(cond)
	k.facts[name] = holds != negated
}

// Enter takes one way out of a block and reports whether it can be taken.
func (k Knowledge) Enter(b *ssa.BasicBlock, way int) bool {
	branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
	if !ok {
		return true
	}
	if holds, known := k.decided(branch.Cond); known {
		return holds == (way == 0)
	}
	k.Learn(branch.Cond, way == 0)
	return true
}

// decided returns whether a condition holds, if that is known.
func (k Knowledge) decided(cond ssa.Value) (holds, known bool) {
	if not, ok := cond.(*ssa.UnOp); ok && not.Op == token.NOT {
		holds, known = k.decided(not.X)
		return !holds, known
	}
	switch k.name(cond) {
	case "const true":
		return true, true
	case "const false":
		return false, true
	}
	name, negated := k.condition(cond)
	if holds, known = k.facts[name]; known {
		return holds != negated, true
	}
	if compare, ok := cond.(*ssa.BinOp); ok && (compare.Op == token.EQL || compare.Op == token.NEQ) {
		x, y := k.name(compare.X), k.name(compare.Y)
		if x == notNil && y == "const nil" || y == notNil && x == "const nil" {
			return compare.Op == token.NEQ, true
		}
		if strings.HasPrefix(x, "const ") && strings.HasPrefix(y, "const ") {
			return (x == y) == (compare.Op == token.EQL), true
		}
	}
	return false, false
}

// condition names a condition; x != y is the negation of x == y.
func (k Knowledge) condition(cond ssa.Value) (name string, negated bool) {
	compare, ok := cond.(*ssa.BinOp)
	if !ok {
		return k.name(cond), false
	}
	x, y := k.name(compare.X), k.name(compare.Y)
	switch op := compare.Op; op {
	case token.EQL, token.NEQ:
		if x > y {
			x, y = y, x
		}
		return x + " == " + y, op == token.NEQ
	case token.GEQ:
		return x + " < " + y, true
	case token.LEQ:
		return x + " > " + y, true
	default:
		return x + " " + op.String() + " " + y, false
	}
}

// Begin notes that a path enters a block from another one: which values its
// choices take, and that what is computed in it may differ from the last time.
func (k Knowledge) Begin(b, from *ssa.BasicBlock) {
	way := slices.Index(b.Preds, from)
	taken := map[string]string{}
	for _, instr := range b.Instrs {
		if phi, ok := instr.(*ssa.Phi); ok {
			taken[pointer(phi)] = k.name(phi.Edges[way])
		}
	}
	k.forget(b)
	maps.Copy(k.values, taken)
}

// forget drops what is known of the values that a block computes.
func (k Knowledge) forget(b *ssa.BasicBlock) {
	if len(k.values)+len(k.facts) == 0 {
		return
	}
	for _, instr := range b.Instrs {
		v, ok := instr.(ssa.Value)
		if !ok {
			continue
		}
		name := pointer(v)
		maps.DeleteFunc(k.values, func(key, held string) bool { return strings.Contains(key, name) || strings.Contains(held, name) })
		maps.DeleteFunc(k.facts, func(key string, _ bool) bool { return strings.Contains(key, name) })
	}
}

// Store notes what a variable, or a field of one, holds now.
func (k Knowledge) Store(s *ssa.Store) { k.values["*"+k.place(s.Addr)] = k.name(s.Val) }

// Same reports whether two values are certainly equal.
func (k Knowledge) Same(a, b ssa.Value) bool { return a == b || k.name(a) == k.name(b) }

// IsNil reports whether a value is certainly nil.
func (k Knowledge) IsNil(v ssa.Value) bool { return k.name(v) == "const nil" }

// Holds reports whether a variable, or a field of one, certainly holds a value.
func (k Knowledge) Holds(addr, v ssa.Value) bool {
	held, ok := k.values["*"+k.place(addr)]
	return ok && held == k.name(v)
}

// name returns what a value is called: the same for what is certainly equal.
func (k Knowledge) name(v ssa.Value) string {
	switch x := v.(type) {
	case *ssa.Const:
		if x.Value == nil {
			return "const nil"
		}
		if x.Value.Kind() == constant.String {
			return "const " + x.Value.ExactString()
		}
		return "const " + x.Value.String()
	case *ssa.UnOp:
		if x.Op == token.MUL {
			place := "*" + k.place(x.X)
			if held, ok := k.values[place]; ok {
				return held
			}
			return place
		}
	case *ssa.MakeInterface:
		return notNil
	case *ssa.ChangeInterface:
		return k.name(x.X)
	}
	if held, ok := k.values[pointer(v)]; ok {
		return held
	}
	return pointer(v)
}

// place names an address.
func (k Knowledge) place(addr ssa.Value) string {
	if field, ok := addr.(*ssa.FieldAddr); ok {
		return fmt.Sprint(k.name(field.X), ".", field.Field)
	}
	return pointer(addr)
}

func pointer(v ssa.Value) string { return fmt.Sprintf("%s@%p", v.Name(), v) }
