package routes

import (
	"fmt"
	"go/constant"
	"go/token"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// knowledge is what is certain on a path.
type knowledge struct {
	values map[string]string // of variables and choices, by what they hold: a constant, "set" (not nil), or another value
	facts  map[string]bool   // conditions
}

const notNil = "set"

// knownAt returns what the branches in front of a block have decided.
func knownAt(b *ssa.BasicBlock) knowledge {
	k := knowledge{map[string]string{}, map[string]bool{}}
	for d := b.Idom(); d != nil; d = d.Idom() {
		branch, ok := d.Instrs[len(d.Instrs)-1].(*ssa.If)
		if !ok || d.Succs[0] == d.Succs[1] {
			continue
		}
		for i, succ := range d.Succs {
			if len(succ.Preds) == 1 && succ.Dominates(b) {
				k.learn(branch.Cond, i == 0)
			}
		}
	}
	return k
}

func (k knowledge) clone() knowledge {
	return knowledge{maps.Clone(k.values), maps.Clone(k.facts)}
}

// key names the state of a path at a block.
func (k knowledge) key(block int) string {
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

// learn remembers a decided condition.
func (k knowledge) learn(cond ssa.Value, holds bool) {
	if not, ok := cond.(*ssa.UnOp); ok && not.Op == token.NOT {
		k.learn(not.X, !holds)
		return
	}
	name, negated := k.condition(cond)
	k.facts[name] = holds != negated
}

// enter takes one way out of a block and reports whether it can be taken.
func (k knowledge) enter(b *ssa.BasicBlock, way int) bool {
	branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
	if !ok {
		return true
	}
	if holds, known := k.decided(branch.Cond); known {
		return holds == (way == 0)
	}
	k.learn(branch.Cond, way == 0)
	return true
}

// decided returns whether a condition holds, if that is known.
func (k knowledge) decided(cond ssa.Value) (holds, known bool) {
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
func (k knowledge) condition(cond ssa.Value) (name string, negated bool) {
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

// phis notes which values the choices at the start of a block take.
func (k knowledge) phis(b, from *ssa.BasicBlock) {
	way := slices.Index(b.Preds, from)
	taken := map[string]string{}
	for _, instr := range b.Instrs {
		phi, ok := instr.(*ssa.Phi)
		if !ok {
			break
		}
		taken[pointer(phi)] = k.name(phi.Edges[way])
	}
	maps.Copy(k.values, taken)
}

// store notes what a variable, or a field of one, holds now.
func (k knowledge) store(s *ssa.Store) { k.values["*"+k.place(s.Addr)] = k.name(s.Val) }

// name returns what a value is called: the same for what is certainly equal.
func (k knowledge) name(v ssa.Value) string {
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
func (k knowledge) place(addr ssa.Value) string {
	if field, ok := addr.(*ssa.FieldAddr); ok {
		return fmt.Sprint(k.name(field.X), ".", field.Field)
	}
	return pointer(addr)
}

func pointer(v ssa.Value) string { return fmt.Sprintf("%s@%p", v.Name(), v) }
