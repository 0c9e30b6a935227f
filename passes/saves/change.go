package saves

import (
	"fmt"
	"go/constant"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

// A change is an instruction that changes a session.
type change struct {
	at      ssa.Instruction
	session ssa.Value
	what    string
	ends    bool
}

// changesOf returns the changes of all functions, one of each session and
// function: the first that is lost, or else the first.
func (e *engine) changesOf() []Change {
	var all []Change
	for _, fn := range e.funcs {
		best := map[string]Change{}
		var order []string
		for _, c := range e.changesIn(fn) {
			key := e.identity(c.session)
			if key == "" {
				continue
			}
			fate, lost := e.fate(fn, c)
			old, known := best[key]
			if known && !(worse(fate, old.Fate) || fate == old.Fate && c.ends && !old.Ends) {
				continue
			}
			node := e.node(c.at)
			if node == nil {
				continue
			}
			if !known {
				order = append(order, key)
			}
			change := Change{Node: node, What: c.what, Ends: c.ends, Function: calls.Outermost(fn).Name(), Fate: fate}
			if lost != nil && lost.Pos().IsValid() {
				change.Lost = evidence.Step{Start: lost.Pos(), Stop: lost.Pos()}
			}
			best[key] = change
		}
		for _, key := range order {
			all = append(all, best[key])
		}
	}
	slices.SortStableFunc(all, func(a, b Change) int { return int(a.Pos() - b.Pos()) })
	return all
}

func worse(a, b Fate) bool { return a > b }

// changesIn returns the changes that a function makes.
func (e *engine) changesIn(fn *ssa.Function) []change {
	var list []change
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case *ssa.MapUpdate:
				if s := e.valuesOf(instr.Map); s != nil {
					list = append(list, change{instr, s, named("value", instr.Key), false})
				}
			case *ssa.Store:
				if s, role := e.fieldOf(instr.Addr); s != nil {
					list = append(list, change{instr, s, part(role), role == model.SessionDestroy && negative(instr.Val)})
				}
			case *ssa.Call:
				if c, ok := e.called(instr); ok {
					list = append(list, c)
				}
			}
		}
	}
	return list
}

// called returns the change that a call makes.
func (e *engine) called(call *ssa.Call) (change, bool) {
	if b, ok := call.Call.Value.(*ssa.Builtin); ok {
		switch b.Name() {
		case "delete":
			s := e.valuesOf(call.Call.Args[0])
			return change{call, s, named("removal of", call.Call.Args[1]), true}, s != nil
		case "clear":
			s := e.valuesOf(call.Call.Args[0])
			return change{call, s, "cleared session", true}, s != nil
		}
		return change{}, false
	}
	f := e.life(call)
	if f == nil || f.Saves {
		return change{}, false
	}
	c := change{at: call, session: e.session(f, call)}
	switch f.Role {
	case model.SessionPut:
		c.what = named("value", e.arg(f, call, model.ArgName))
	case model.SessionRemove:
		c.what, c.ends = named("removal of", e.arg(f, call, model.ArgName)), true
	case model.SessionClear:
		c.what, c.ends = "cleared session", true
	case model.SessionRenew:
		c.what = "fresh session ID"
	case model.SessionDestroy:
		c.what, c.ends = "change of the options", f.Symbol != "" && e.arg(f, call, model.ArgOptions) == nil
	default:
		return change{}, false
	}
	return c, c.session != nil
}

func (e *engine) arg(f *model.Func, call ssa.CallInstruction, slot model.Slot) ssa.Value {
	for _, a := range f.Args {
		if a.Slot == slot {
			return calls.Argument(call.Common(), a.Index)
		}
	}
	return nil
}

// named names a value of a session by its key.
func named(what string, key ssa.Value) string {
	if m, ok := key.(*ssa.MakeInterface); ok {
		key = m.X
	}
	if k, ok := key.(*ssa.Const); ok && k.Value != nil && k.Value.Kind() == constant.String {
		return fmt.Sprintf("%s %q", what, constant.StringVal(k.Value))
	}
	if what == "value" {
		return "new value"
	}
	return "removal of a value"
}

func part(r model.Role) string {
	switch r {
	case model.SessionPut:
		return "new values"
	case model.SessionRenew:
		return "fresh session ID"
	}
	return "change of the options"
}

// negative reports whether a value is a constant below zero.
func negative(v ssa.Value) bool {
	k, ok := v.(*ssa.Const)
	return ok && k.Value != nil && k.Value.Kind() == constant.Int && constant.Sign(k.Value) < 0
}

// valuesOf returns the session whose map of values this is, or nil.
func (e *engine) valuesOf(m ssa.Value) ssa.Value {
	load, ok := m.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return nil
	}
	if s, role := e.fieldOf(load.X); role == model.SessionPut {
		return s
	}
	return nil
}

// fieldOf returns the session to which a field belongs that changes it, and
// what writing to the field does. The options of a session are reached through
// a pointer: s.Options.MaxAge.
func (e *engine) fieldOf(addr ssa.Value) (ssa.Value, model.Role) {
	field, ok := addr.(*ssa.FieldAddr)
	if !ok {
		return nil, 0
	}
	f := e.index.LifeField(field.X.Type(), fields.Of(field.X.Type(), field.Field).Name())
	if f == nil {
		return nil, 0
	}
	owner := field.X
	if load, ok := owner.(*ssa.UnOp); ok && load.Op == token.MUL {
		if s, role := e.fieldOf(load.X); s != nil && role == f.Role {
			return s, role
		}
	}
	return owner, f.Role
}
