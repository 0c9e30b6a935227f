package webhandlers

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

// expiry: a call that tells the browser to drop a cookie.
func (e *engine) expiry(call *ssa.CallCommon, callee *types.Func) Effect {
	if callee.FullName() == "(*net/http.Cookie).String" { // for a header
		return e.expiring(call.Args[0])
	}
	if f := e.index.Func(callee); f != nil {
		if f.Role != model.CookieSend {
			return 0
		}
		if cookie := slot(call, f, model.ArgCookie); cookie != nil {
			return e.expiring(cookie)
		}
		if age := slot(call, f, model.ArgMaxAge); age != nil {
			if n, ok := numberOf(age); ok && n < 0 {
				return ExpiresCookie
			}
		}
		if value := slot(call, f, model.ArgValue); value != nil && isEmptyText(value) {
			return ExpiresCookie
		}
		return 0
	}
	n := nameOf(callee.Name())
	if !n.has("cookie cookies") || n.has("get read find parse") {
		return 0
	}
	if n.has("clear delete remove expire unset invalidate drop del destroy reset kill") {
		return ExpiresCookie
	}
	for _, arg := range call.Args {
		if num, ok := numberOf(arg); isEmptyText(arg) || ok && num < 0 {
			return ExpiresCookie
		}
	}
	return 0
}

func isEmptyText(v ssa.Value) bool {
	s, ok := textOf(v)
	return ok && s == ""
}

// expiring reports whether a cookie object is one that is dropped at once.
func (e *engine) expiring(cookie ssa.Value) Effect {
	value, named := false, false
	obj := object(cookie)
	for _, addr := range append(fieldsOf(obj, 0), fieldsOfLiteral(obj)...) {
		field := fields.Of(addr.X.Type(), addr.Field).Name()
		for _, v := range stored(addr) {
			switch field {
			case "MaxAge":
				if n, ok := numberOf(v); ok && n < 0 {
					return ExpiresCookie
				}
			case "Expires":
				if isPast(v) {
					return ExpiresCookie
				}
			case "Value":
				value = value || !isEmptyText(v)
			case "Name":
				named = true
			}
		}
	}
	if named && !value {
		return ExpiresCookie
	}
	return 0
}

// fieldsOfLiteral returns the fields of the literal that a variable is given:
// drop := http.Cookie{MaxAge: -1}.
func fieldsOfLiteral(v ssa.Value) []*ssa.FieldAddr {
	a, ok := v.(*ssa.Alloc)
	if !ok {
		return nil
	}
	given := stored(a)
	if len(given) != 1 {
		return nil
	}
	load, ok := given[0].(*ssa.UnOp)
	if !ok {
		return nil
	}
	if literal, ok := load.X.(*ssa.Alloc); ok && literal.Comment == "complit" {
		return fieldsOf(literal, 0)
	}
	return nil
}

// isPast reports whether a time is over once the client reads it: time.Unix(0, 0),
// now, or now less something.
func isPast(v ssa.Value) bool {
	call, ok := v.(*ssa.Call)
	if !ok {
		if load, ok := v.(*ssa.UnOp); ok { // time.Time{}
			_, isVar := load.X.(*ssa.Alloc)
			return isVar && len(stored(load.X)) == 0
		}
		return false
	}
	callee := calls.Callee(call.Common())
	if callee == nil || pathOf(callee) != "time" {
		return false
	}
	switch callee.Name() {
	case "Now":
		return true
	case "Unix":
		n, ok := numberOf(call.Common().Args[0])
		return ok && n < 1_000_000_000
	case "Add", "AddDate":
		for _, arg := range call.Common().Args[1:] {
			if n, ok := numberOf(arg); ok && n < 0 {
				return true
			}
		}
	case "Date":
		n, ok := numberOf(call.Common().Args[0])
		return ok && n < 2020
	}
	return false
}

// redeeming: a call that takes a token of one purpose.
func (e *engine) redeeming(callee *types.Func, call *ssa.CallCommon) Effect {
	if f := e.index.Func(callee); f != nil {
		if f.Role == model.TokenVerify && e.index.Life(callee) == nil {
			return Redeems
		}
		return 0
	}
	n := nameOf(callee.Name())
	if n.has(redeemWords) && n.has("get find consume verify validate check parse use redeem delete take lookup by load fetch is decode") && !n.isPassword() && !n.has("user session access api current auth csrf context") {
		return Redeems
	}
	if args := calls.Operands(call); len(args) > 0 && n.has("get find take load pop verify validate") {
		if on := nameOf(labelOf(args[0])); on.has("tokens token codes otps tmptokens links resets") && !on.has("session access auth") {
			return Redeems
		}
	}
	return 0
}
