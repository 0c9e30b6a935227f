package sharing

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// is reports whether a value is of a kind, and which instruction made it so.
func (e *engine) is(kind Kind, v ssa.Value, fn *ssa.Function) (ssa.Instruction, bool) {
	switch kind {
	case Lent:
		return e.lent(v)
	case Session:
		return e.session(v)
	}
	if !identity(v.Type()) {
		return nil, false
	}
	return e.fromRequest(v, 8)
}

// lent: the text as a library lent it.
func (e *engine) lent(v ssa.Value) (ssa.Instruction, bool) {
	if !e.lends {
		return nil, false
	}
	v = through(v)
	call, ok := v.(*ssa.Call)
	if !ok {
		return nil, false
	}
	f := e.index.Func(calls.Callee(call.Common()))
	b, isText := v.Type().Underlying().(*types.Basic)
	return call, f != nil && f.Lent && isText && b.Kind() == types.String
}

// session: what a library returned as the session of a request.
func (e *engine) session(v ssa.Value) (ssa.Instruction, bool) {
	v = through(v)
	if x, ok := v.(*ssa.Extract); ok && x.Index == 0 {
		v = x.Tuple
	}
	call, ok := v.(*ssa.Call)
	if !ok {
		return nil, false
	}
	f := e.index.Life(calls.Callee(call.Common()))
	return call, f != nil && f.Role == model.SessionOpen
}

// identity reports whether a type, by its name, is that of somebody.
func identity(t types.Type) bool {
	list := words.Split(named(t))
	if len(list) == 0 {
		return false
	}
	switch list[len(list)-1] {
	case "user", "account", "identity", "principal", "claims", "session", "member", "customer", "profile":
		return !slices.ContainsFunc(list, func(w string) bool {
			return w == "config" || w == "settings" || w == "store" || w == "new" || w == "default"
		})
	}
	return false
}

// fromRequest reports whether a value comes from the request, by what tells
// requests apart: a session, a cookie, a header, a verified token, or a
// function of the program that looks at the request as a whole.
func (e *engine) fromRequest(v ssa.Value, depth int) (ssa.Instruction, bool) {
	if depth == 0 {
		return nil, false
	}
	switch x := through(v).(type) {
	case *ssa.Extract:
		return e.fromRequest(x.Tuple, depth-1)
	case *ssa.Call:
		return e.fromCall(x, depth)
	case *ssa.Phi:
		for _, edge := range x.Edges {
			if from, ok := e.fromRequest(edge, depth-1); ok {
				return from, true
			}
		}
	}
	return nil, false
}

func (e *engine) fromCall(call *ssa.Call, depth int) (ssa.Instruction, bool) {
	callee := calls.Callee(call.Common())
	if f := e.index.Life(callee); f != nil {
		return call, f.Role == model.SessionOpen || f.Role == model.SessionGet
	}
	if f := e.index.Func(callee); f != nil {
		switch f.Role {
		case model.RequestCookie, model.RequestHeader, model.TokenVerify, model.SessionID, model.SessionLoad:
			return call, true
		}
		return nil, false
	}
	if callee == nil || decodes(callee.Name()) {
		return nil, false
	}
	for _, arg := range calls.Operands(call.Common()) {
		if c := e.index.Carrier(arg.Type()); c != nil && c.Request {
			return call, identity(call.Type()) || identityResult(call.Type())
		}
		if from, ok := e.fromRequest(arg, depth-1); ok {
			return from, true
		}
	}
	return nil, false
}

func identityResult(t types.Type) bool {
	tuple, ok := t.(*types.Tuple)
	return ok && tuple.Len() > 0 && identity(tuple.At(0).Type())
}

// decodes reports whether a function, by its name, reads the body: what
// somebody wants to be, not who somebody is.
func decodes(name string) bool {
	name = strings.ToLower(name)
	for _, word := range []string{"decode", "bind", "parsebody", "parseform", "readjson", "unmarshal", "fromform", "frombody", "new", "register", "create"} {
		if strings.Contains(name, word) {
			return true
		}
	}
	return false
}

// through returns the value behind conversions and in variables.
func through(v ssa.Value) ssa.Value {
	for range 16 {
		switch x := v.(type) {
		case *ssa.MakeInterface:
			v = x.X
		case *ssa.ChangeInterface:
			v = x.X
		case *ssa.ChangeType:
			v = x.X
		case *ssa.TypeAssert:
			v = x.X
		case *ssa.UnOp:
			alloc, ok := x.X.(*ssa.Alloc)
			if !ok || x.Op != token.MUL {
				return v
			}
			held := stored(alloc)
			if held == nil {
				return v
			}
			v = held
		default:
			return v
		}
	}
	return v
}
