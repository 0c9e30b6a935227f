package tokenflow

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/sqltext"
	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

// A leaf is a value that a text is made of: a field, whatever object it
// belongs to, or a parameter, a result, a variable.
type leaf struct {
	field *types.Var
	value ssa.Value
}

// treated returns what the function around a leak treats as a credential
// among the parts of a value: it sends it as a cookie, verifies it, looks
// somebody up by it, stores it as one or holds what a client sends against it.
func (e *engine) treated(s sink) origins {
	known := e.treatedBy(calls.Outermost(s.fn))
	var out origins
	for _, l := range e.leaves(s.value, 0) {
		if name, ok := known[l]; ok {
			out = out.with(Origin{Kind: Secret, Text: name})
		}
	}
	return out
}

// treatedBy returns the credentials of a function and its closures, with what
// people call them.
func (e *engine) treatedBy(fn *ssa.Function) map[leaf]string {
	if known, ok := e.secrets[fn]; ok {
		return known
	}
	known := map[leaf]string{}
	e.secrets[fn] = known
	add := func(v ssa.Value, what string) {
		parts := slices.DeleteFunc(e.leaves(v, 0), func(l leaf) bool { _, isConst := l.value.(*ssa.Const); return isConst })
		if len(parts) != 1 {
			return // put together from a user and a device, say: neither is the credential
		}
		if l := parts[0]; l.field != nil {
			what = credential(l.field.Name())
		}
		known[parts[0]] = what
	}
	for _, f := range withClosures(fn) {
		for _, s := range e.sinksOf(f) {
			switch s.place {
			case InCookie:
				add(s.value, s.what)
			case InLookup, InNewRecord:
				if !isName(s.value) {
					add(s.value, credential(s.what))
				}
			case InDatabase:
				if s.path == "" && s.column.keeps() && !s.column.isID() {
					add(s.value, credential(s.column.name))
				}
			}
		}
		for _, b := range f.Blocks {
			for _, instr := range b.Instrs {
				switch instr := instr.(type) {
				case *ssa.BinOp:
					e.heldAgainst(instr, add)
				case ssa.CallInstruction:
					soughtValues(instr, add)
				}
			}
		}
	}
	return known
}

// isName reports whether a value is a parameter that is a name by its own word:
// several sessions of one request are told apart by the names of their cookies.
func isName(v ssa.Value) bool {
	param, ok := v.(*ssa.Parameter)
	return ok && has(words.Split(param.Name()), "name")
}

// credential names a credential for people.
func credential(name string) string { return "credential " + quote(name) }

func withClosures(fn *ssa.Function) []*ssa.Function {
	out := []*ssa.Function{fn}
	for i := 0; i < len(out) && len(out) < 100; i++ {
		out = append(out, out[i].AnonFuncs...)
	}
	return out
}

// heldAgainst: a field that is called a secret is compared with what a client
// sends.
func (e *engine) heldAgainst(cmp *ssa.BinOp, add func(ssa.Value, string)) {
	if cmp.Op != token.EQL && cmp.Op != token.NEQ || !isTextual(cmp.X.Type()) || isConst(cmp.X) || isConst(cmp.Y) {
		return
	}
	sides := []ssa.Value{cmp.X, cmp.Y}
	for i, v := range sides {
		if u, ok := v.(*ssa.UnOp); ok {
			if addr, ok := u.X.(*ssa.FieldAddr); ok && IsSecret(fields.Of(addr.X.Type(), addr.Field).Name()) &&
				slices.ContainsFunc(e.of(sides[1-i]), func(o Origin) bool { return o.Kind.FromRequest() }) {
				add(v, "")
			}
		}
	}
}

// soughtValues: arguments that a condition holds against a column that keeps
// credentials.
func soughtValues(call ssa.CallInstruction, add func(ssa.Value, string)) {
	operands := calls.Operands(call.Common())
	for i, operand := range operands {
		text, ok := constString(operand)
		if !ok || !strings.ContainsAny(text, "?$") || !strings.Contains(text, "=") {
			continue
		}
		var values []ssa.Value
		for _, rest := range operands[i+1:] {
			values = append(values, calls.Elements(rest)...)
		}
		for _, b := range sqltext.Parse(text).Seeks {
			if b.Name == "" && b.Index < len(values) && (column{name: b.Column}).keeps() {
				add(values[b.Index], credential(b.Column))
			}
		}
	}
}

// leaves returns what a text is made of as it is.
func (e *engine) leaves(v ssa.Value, depth int) []leaf {
	if depth > 8 {
		return nil
	}
	switch x := v.(type) {
	case *ssa.MakeInterface:
		return e.leaves(x.X, depth+1)
	case *ssa.Convert:
		return e.leaves(x.X, depth+1)
	case *ssa.ChangeType:
		return e.leaves(x.X, depth+1)
	case *ssa.BinOp:
		if x.Op == token.ADD {
			return append(e.leaves(x.X, depth+1), e.leaves(x.Y, depth+1)...)
		}
		return nil
	case *ssa.Field:
		return []leaf{{field: fields.Of(x.X.Type(), x.Field).Origin()}}
	case *ssa.UnOp:
		switch addr := x.X.(type) {
		case *ssa.FieldAddr:
			return []leaf{{field: fields.Of(addr.X.Type(), addr.Field).Origin()}}
		case *ssa.Alloc, *ssa.FreeVar:
			return []leaf{{value: captive(addr)}}
		}
	case *ssa.FreeVar:
		return []leaf{{value: captive(x)}}
	case *ssa.Call:
		if spells(calls.Callee(x.Common())) {
			var out []leaf
			for _, arg := range calls.Operands(x.Common()) {
				for _, elem := range calls.Elements(arg) {
					out = append(out, e.leaves(elem, depth+1)...)
				}
			}
			return out
		}
	}
	return []leaf{{value: v}}
}

// captive returns the variable that a closure sees, as the function around it
// knows it.
func captive(v ssa.Value) ssa.Value {
	for range 8 {
		free, ok := v.(*ssa.FreeVar)
		if !ok {
			return v
		}
		v = bindingOf(free)
		if v == nil {
			return free
		}
	}
	return v
}

func bindingOf(free *ssa.FreeVar) ssa.Value {
	fn := free.Parent()
	if fn.Parent() == nil {
		return nil
	}
	for _, b := range fn.Parent().Blocks {
		for _, instr := range b.Instrs {
			made, ok := instr.(*ssa.MakeClosure)
			if !ok || made.Fn != fn {
				continue
			}
			for i, f := range fn.FreeVars {
				if f == free {
					return made.Bindings[i]
				}
			}
		}
	}
	return nil
}

// spells reports whether a function puts its arguments into a text as they are.
func spells(fn *types.Func) bool {
	if fn == nil || fn.Pkg() == nil {
		return false
	}
	switch fn.Pkg().Path() {
	case "fmt":
		return strings.HasPrefix(fn.Name(), "Sprint") || fn.Name() == "Errorf"
	case "strings":
		return strings.HasPrefix(fn.Name(), "Trim") || fn.Name() == "ToLower"
	}
	return false
}
