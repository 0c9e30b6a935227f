package plainclaims

import (
	"go/constant"
	"go/token"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/follow"
)

// decides says what a use decides about the sender, or nothing.
func (r *reader) decides(m Meaning, u follow.Use) string {
	if m == Data && !u.Decoded {
		return ""
	}
	switch u.Kind {
	case follow.Compared:
		return r.compared(m, u)
	case follow.Passed:
		if u.Fn != nil && (m == Identity || m == Data) {
			return r.lookedUp(u)
		}
	case follow.Looked:
		if m == Identity && has(words.Split(nameOf(u.Other)), "users", "user", "accounts", "members") {
			return "looks a user up"
		}
	}
	return ""
}

// compared: a role or a flag that opens or closes something.
func (r *reader) compared(m Meaning, u follow.Use) string {
	op, ok := u.Instr.(*ssa.BinOp)
	text, isConst := constText(u.Other)
	if !ok || !isConst || text == "" || op.Op != token.EQL && op.Op != token.NEQ {
		return ""
	}
	switch m {
	case Role:
	case Flag:
		if !grants(text) {
			return ""
		}
	default:
		if !has([]string{strings.ToLower(text)}, "admin", "root", "administrator", "superuser", "superadmin", "staff", "moderator") {
			return ""
		}
	}
	if r.gates(op, op.Op == token.EQL) {
		return "decides access"
	}
	return ""
}

func grants(text string) bool {
	switch strings.ToLower(text) {
	case "true", "1", "yes", "on", "admin", "administrator", "root", "superuser", "owner", "staff", "moderator", "authenticated", "logged_in", "loggedin", "ok":
		return true
	}
	return false
}

// gates reports whether a comparison is the test of a branch that rejects the
// request when it fails, or what a function answers. A page that sends those
// away who match opens nothing to them.
func (r *reader) gates(op ssa.Value, match bool) bool {
	refs := op.Referrers()
	if refs == nil {
		return false
	}
	for _, ref := range *refs {
		switch ref := ref.(type) {
		case *ssa.If:
			fails := ref.Block().Succs[0]
			if match {
				fails = ref.Block().Succs[1]
			}
			if r.rejects(fails) {
				return true
			}
		case *ssa.UnOp:
			if r.gates(ref, !match) {
				return true
			}
		case *ssa.Phi:
			if r.gates(ref, match) {
				return true
			}
		case *ssa.Return:
			return answersAccess(calls.Outermost(ref.Parent()).Name())
		}
	}
	return false
}

// rejects reports whether a block refuses the request.
func (r *reader) rejects(b *ssa.BasicBlock) bool {
	for _, instr := range b.Instrs {
		switch instr := instr.(type) {
		case ssa.CallInstruction:
			callee := calls.Callee(instr.Common())
			if callee == nil {
				continue
			}
			if f := r.index.Func(callee); f != nil && (f.Role == model.ResponseError || f.Role == model.Redirect) {
				return true
			}
			if f := r.index.Life(callee); f != nil && (f.Role == model.Abort || f.Role == model.ResponseStatus) && !welcomes(instr.Common()) {
				return true
			}
		case *ssa.Return:
			if answersAccess(calls.Outermost(b.Parent()).Name()) && len(instr.Results) > 0 {
				return true
			}
		}
	}
	return false
}

// welcomes reports whether a call answers with a status of success.
func welcomes(call *ssa.CallCommon) bool {
	for _, a := range call.Args {
		if c, ok := a.(*ssa.Const); ok && c.Value != nil && c.Value.Kind() == constant.Int {
			if n, exact := constant.Int64Val(c.Value); exact && n >= 200 && n < 300 {
				return true
			}
		}
	}
	return false
}

// answersAccess reports whether a function says by its name that it tells who
// may do something.
func answersAccess(name string) bool {
	return has(words.Split(name), "is", "auth", "admin", "authorized", "authorize", "authenticated", "authenticate", "logged", "can", "allowed", "allow", "has", "require", "check", "guard", "permission", "role")
}
