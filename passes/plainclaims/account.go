package plainclaims

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/follow"
)

// lookedUp: the claim is what a user is found by, or what goes on as the user
// of the request.
func (r *reader) lookedUp(u follow.Use) string {
	common := u.Instr.(ssa.CallInstruction).Common()
	callee := calls.Callee(common)
	if f := r.index.Func(callee); f != nil {
		if f.Role == model.DBRead && asksForUser(common) {
			return "looks a user up"
		}
		return ""
	}
	list := words.Split(callee.Name())
	switch {
	case callee.FullName() == "context.WithValue" && u.Arg == 2:
		if _, isConst := u.Value.(*ssa.Const); !isConst && requestFunction(u.Fn) {
			return "becomes the user of the request"
		}
	case isStd(callee.Pkg()):
	case has(list, "get", "find", "load", "fetch", "lookup", "by", "read", "query") && has(list, "user", "users", "account", "member", "customer", "profile", "uid", "username", "email") &&
		!has(list, "session", "token", "create", "count", "cookie") && (has(list, "by") || keeps(callee)):
		return "looks a user up"
	}
	return ""
}

// keeps reports whether a function belongs to something that, by its name,
// keeps records: what it is given is a key, nothing that it verifies.
func keeps(fn *types.Func) bool {
	list := words.Split(fn.Pkg().Name())
	if recv := fn.Signature().Recv(); recv != nil {
		t := recv.Type()
		if p, ok := types.Unalias(t).(*types.Pointer); ok {
			t = p.Elem()
		}
		if n, ok := types.Unalias(t).(*types.Named); ok {
			list = append(list, words.Split(n.Obj().Name())...)
		}
	}
	return has(list, "store", "stores", "repo", "repository", "db", "database", "dao", "queries", "storage", "users", "accounts", "model", "models", "dal", "persistence")
}

// goesOn reports whether a claim is handed to own code that is not in sight.
func (r *reader) goesOn(u follow.Use) bool {
	if u.Kind != follow.Passed {
		return false
	}
	callee := calls.Callee(u.Instr.(ssa.CallInstruction).Common())
	return callee != nil && !isStd(callee.Pkg()) && r.index.Func(callee) == nil && r.index.Life(callee) == nil
}

// requestFunction reports whether a function says by its name that it finds
// out who sends a request.
func requestFunction(fn *ssa.Function) bool {
	return has(words.Split(calls.Outermost(fn).Name()), "auth", "authenticate", "login", "require", "guard", "current", "identity", "authentication", "authorize")
}

// asksForUser reports whether the text of a query is about users, and not
// about sessions or tokens.
func asksForUser(call *ssa.CallCommon) bool {
	for _, a := range calls.Operands(call) {
		for _, e := range calls.Elements(a) {
			text, ok := constText(e)
			if !ok {
				continue
			}
			text = strings.ToLower(text)
			if strings.Contains(text, "session") || strings.Contains(text, "token") {
				return false
			}
			if strings.Contains(text, "user") || strings.Contains(text, "account") || strings.Contains(text, "member") || strings.Contains(text, "customer") {
				return true
			}
		}
	}
	return false
}
