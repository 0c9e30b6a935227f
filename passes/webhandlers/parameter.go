package webhandlers

import (
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// parameters finds those that are written to a store of accounts, and those in
// which a new password is put.
func (e *engine) parameters(fn *ssa.Function, s *summary) {
	for i, p := range fn.Params {
		if isText(p.Type()) || !nameOf(typeName(p.Type())).isAccount() {
			continue
		}
		fresh := e.carriesHash(fn, p)
		if fresh && isPointer(p.Type()) {
			s.Hashed = append(s.Hashed, i)
		}
		how, below := e.writtenAs(fn, p)
		asks := asksForPassword(p)
		if how == noWrite && (e.writesPasswordOf(p) || asks && s.May&ChangesPassword != 0) {
			how = writeClass(nameOf(fn.Name()))
			if how != noWrite && asks {
				s.May &^= ChangesPassword // whether it changes is for the caller to say
				s.Must &^= ChangesPassword
			}
		}
		if how != noWrite {
			s.Saves = append(s.Saves, save{i, how, fresh || below})
		}
	}
}

// asksForPassword reports whether a function looks whether an account, or the
// changes to one, that it is given come with a password: without, it keeps the old.
func asksForPassword(p *ssa.Parameter) bool {
	for _, field := range passwordFields(p) {
		for _, ref := range calls.Uses(field) {
			read, ok := ref.(ssa.Value)
			if !ok {
				continue
			}
			for _, use := range calls.Uses(read) {
				if op, ok := use.(*ssa.BinOp); ok && (isNone(op.X) || isNone(op.Y)) {
					return true
				}
			}
		}
	}
	return false
}

// isNone reports whether a value is the empty text, or no text at all.
func isNone(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return isEmptyText(v) || ok && c.IsNil() && isPointer(c.Type())
}

// writesPasswordOf reports whether the password of a parameter is an argument of
// a call that writes to a database.
func (e *engine) writesPasswordOf(p *ssa.Parameter) bool {
	for _, field := range passwordFields(p) {
		for _, fn := range []*ssa.Function{p.Parent()} {
			for _, b := range fn.Blocks {
				for _, instr := range b.Instrs {
					call, ok := instr.(ssa.CallInstruction)
					if !ok {
						continue
					}
					f := e.index.Func(calls.Callee(call.Common()))
					if f == nil || f.Role != model.DBWrite {
						continue
					}
					for _, arg := range call.Common().Args {
						if comesFrom(arg, true, func(v ssa.Value) (bool, bool) { return v == field, true }) {
							return true
						}
					}
				}
			}
		}
	}
	return false
}

// writtenAs returns how a parameter is written, and whether with a password that
// the function called puts there.
func (e *engine) writtenAs(fn *ssa.Function, p *ssa.Parameter) (class, bool) {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			for i, arg := range calls.Operands(call.Common()) {
				for _, v := range calls.Elements(arg) {
					if obj := object(v); obj != ssa.Value(p) && !copyOf(obj, p) {
						continue
					}
					if how, fresh := e.writesArgument(call.Common(), i); how != noWrite {
						return how, fresh
					}
				}
			}
		}
	}
	return noWrite, false
}

func copyOf(obj ssa.Value, p *ssa.Parameter) bool {
	a, ok := obj.(*ssa.Alloc)
	if !ok {
		return false
	}
	for _, v := range stored(a) {
		if v == ssa.Value(p) {
			return true
		}
	}
	return false
}

// writesArgument returns how a call writes its i-th operand.
func (e *engine) writesArgument(call *ssa.CallCommon, i int) (class, bool) {
	callee := calls.Callee(call)
	if callee == nil {
		return noWrite, false
	}
	if f := e.index.Func(callee); f != nil && f.Role == model.DBWrite {
		switch n := nameOf(callee.Name()); {
		case n.starts("create insert"):
			return creates, false
		case n.starts("save"):
			return either, false
		case n.starts("update updates"):
			return updates, false
		}
		return noWrite, false
	}
	if s := e.called(call); s != nil {
		for _, save := range s.Saves {
			if save.Param == i {
				return save.Class, save.Fresh
			}
		}
	}
	if calls.Body(e.pkg, call) == nil && !calls.IsStd(pathOf(callee)) && i > 0 {
		n := nameOf(callee.Name())
		if n.isAccount() || len(n) == 1 {
			return writeClass(n), false
		}
	}
	return noWrite, false
}
