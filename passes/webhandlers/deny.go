package webhandlers

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
)

// forgetsCookie: the handler takes the cookie out of the request, so that the
// library makes a session with a fresh ID.
func forgetsCookie(callee *types.Func, call *ssa.CallCommon) Effect {
	if callee.FullName() != "(net/http.Header).Del" || len(call.Args) != 2 {
		return 0
	}
	if text, ok := textOf(call.Args[1]); ok && strings.EqualFold(text, "cookie") {
		return Renews
	}
	return 0
}

// denies: a token is put on a list of those that are not accepted any more.
func denies(callee *types.Func, call *ssa.CallCommon) Effect {
	if n := nameOf(callee.Name()); !n.has("set put add store insert save create append push setex setnx block deny blacklist") {
		return 0
	}
	for _, arg := range calls.Operands(call) {
		n := nameOf(labelOf(arg))
		comesFrom(arg, true, func(v ssa.Value) (bool, bool) {
			if text, ok := textOf(v); ok {
				n = append(n, nameOf(text)...)
			}
			return false, true
		})
		if n.has(denyWords) {
			return Destroys
		}
	}
	return 0
}
