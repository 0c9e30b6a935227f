package webhandlers

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

// isCurrentName reports whether a function is called as one that says who is
// logged in.
func isCurrentName(n name) bool {
	return n.has("current auth authenticated authed session logged loggedin me self principal ctx context actor caller claims signed") &&
		(n.isAccount() || n.has("uid id userid principal claims identity me")) || n.joined() == "tokendata" || n.has("token") && n.has("data")
}

// isCurrentUser reports whether a value is the account, or the ID, of the one
// who is logged in, as far as its own instruction says it.
func (e *engine) isCurrentUser(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Call:
		return e.givesCurrent(v.Common())
	case *ssa.TypeAssert:
		call, ok := v.X.(*ssa.Call)
		return ok && nameOf(typeName(v.AssertedType)).isAccount() && isContextGet(call.Common())
	case *ssa.FieldAddr:
		return isCurrentField(fields.Of(v.X.Type(), v.Field), v.X)
	case *ssa.Field:
		return isCurrentField(fields.Of(v.X.Type(), v.Field), v.X)
	case *ssa.Lookup: // session.Values["user_id"]
		key, ok := textOf(v.Index)
		return ok && isIdentityKey(key) && e.fieldRole(v.X) != nil
	case *ssa.Alloc:
		return e.isLoadedByCurrent(v)
	}
	return false
}

// isCurrentField: the field for the user of a context, or of what a wrapper
// hands to handlers.
func isCurrentField(field *types.Var, on ssa.Value) bool {
	n := nameOf(field.Name())
	if n.has("current") && n.isAccount() {
		return true
	}
	_, isParam := on.(*ssa.Parameter)
	return isParam && (n.joined() == "user" || n.joined() == "account") && nameOf(typeName(on.Type())).has("data context ctx env session auth state")
}

// isContextGet: a value of the context of the request.
func isContextGet(call *ssa.CallCommon) bool {
	callee := calls.Callee(call)
	if callee == nil || !nameOf(callee.Name()).has("get value mustget must locals load") {
		return false
	}
	for _, arg := range calls.Operands(call) {
		if isRequest(arg.Type(), 0) || arg.Type().String() == "context.Context" {
			for _, key := range call.Args {
				if text, ok := textOf(key); ok && text != "" && text[0] == '_' {
					return false // a target that a middleware has put there
				}
			}
			return true
		}
	}
	return false
}

// givesCurrent: a call that returns who is logged in.
func (e *engine) givesCurrent(call *ssa.CallCommon) bool {
	callee := calls.Callee(call)
	if callee == nil {
		return false
	}
	if f := e.index.Life(callee); f != nil && f.Role == model.SessionGet {
		key, ok := textOf(slot(call, f, model.ArgName))
		return ok && isIdentityKey(key)
	}
	if s := e.called(call); s != nil && s.GivesUser {
		return true
	}
	context := 0
	for _, arg := range call.Args {
		if isRequest(arg.Type(), 0) || arg.Type().String() == "context.Context" {
			context++
		}
	}
	if context == 0 {
		return false
	}
	n := nameOf(callee.Name())
	if n.has("create update delete login set save new verify check bind parse decode") {
		return false
	}
	if body := calls.Body(e.pkg, call); body != nil && e.reads(body, 0) {
		return false
	}
	if isCurrentName(n) {
		return true
	}
	// auth.GetUser(c): nothing but the request says which one.
	rest := len(call.Args) - context
	if calls.HasReceiver(call) && !call.IsInvoke() {
		rest--
	}
	return rest <= 0 && (n.isAccount() && !n.has("users all list") || n.has("current") && givesAccount(callee))
}

// givesAccount reports whether the first result of a function is an account.
func givesAccount(fn *types.Func) bool {
	results := fn.Signature().Results()
	return results.Len() > 0 && nameOf(typeName(results.At(0).Type())).isAccount()
}

// reads reports whether a function takes something from what the client writes
// into a request, itself or by a function that it hands the request to.
func (e *engine) reads(fn *ssa.Function, depth int) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			if f := e.index.Func(calls.Callee(call.Common())); f != nil && isInput(f.Role) && !e.isKept(call.Common()) {
				return true
			}
			if !e.takesRequestArg(call.Common()) {
				continue
			}
			if e.binds(call.Common()) || readsParameter(call.Common()) {
				return true
			}
			if body := calls.Body(e.pkg, call.Common()); body != nil && depth < 2 && e.reads(body, depth+1) {
				return true
			}
		}
	}
	return false
}

// readsParameter: a method of a program's own context, by its name and constant
// argument, reads a part of the URL or the form.
func readsParameter(call *ssa.CallCommon) bool {
	callee := calls.Callee(call)
	return callee != nil && nameOf(callee.Name()).has("param params query form postform vars") &&
		slices.ContainsFunc(call.Args, func(v ssa.Value) bool { _, constant := textOf(v); return constant })
}

// isOwn reports whether a change concerns the account of the one who asks for
// it: it is made from who is logged in, or the function holds both against each
// other.
func (e *engine) isOwn(body []*ssa.Function, operands []ssa.Value) bool {
	hit := func(v ssa.Value) (bool, bool) { return e.isCurrentUser(v), true }
	for _, arg := range operands {
		if arg.Type().String() != "context.Context" && !isRequest(arg.Type(), 0) && comesFrom(arg, true, hit) {
			return true
		}
	}
	for _, fn := range body {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				op, ok := instr.(*ssa.BinOp)
				if !ok || op.Op.String() != "==" && op.Op.String() != "!=" || !isID(op.X) || !isID(op.Y) {
					continue
				}
				if comesFrom(op.X, true, hit) != comesFrom(op.Y, true, hit) {
					return true
				}
			}
		}
	}
	return false
}

// isInput: what a client writes into a request.
func isInput(r model.Role) bool {
	switch r {
	case model.RequestBody, model.RequestPath, model.RequestQuery, model.RequestForm:
		return true
	}
	return false
}

// wrappers returns the functions of the package that a literal is handed to, with
// the literals inside them: what they test holds for it.
func (e *engine) wrappers(u *unit) []*ssa.Function {
	parent := u.fn.Parent()
	if parent == nil {
		return nil
	}
	var out []*ssa.Function
	for _, b := range parent.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(*ssa.Call)
			if !ok {
				continue
			}
			for _, arg := range call.Common().Args {
				if literalOf(arg) != u.fn {
					continue
				}
				if body := calls.Body(e.pkg, call.Common()); body != nil {
					out = append(out, withLiterals(body)...)
				}
			}
		}
	}
	return out
}

// literalOf returns the function that a value is.
func literalOf(v ssa.Value) *ssa.Function {
	switch v := v.(type) {
	case *ssa.Function:
		return v
	case *ssa.MakeClosure:
		fn, _ := v.Fn.(*ssa.Function)
		return fn
	case *ssa.ChangeType:
		return literalOf(v.X)
	case *ssa.MakeInterface:
		return literalOf(v.X)
	}
	return nil
}

// isID reports whether a value is an ID: by its type and its name.
func isID(v ssa.Value) bool {
	if _, ok := v.(*ssa.Const); ok {
		return false
	}
	b, ok := v.Type().Underlying().(*types.Basic)
	if !ok || b.Info()&(types.IsInteger|types.IsString) == 0 {
		return false
	}
	label := nameOf(labelOf(v))
	return len(label) == 0 || label.has("id uid userid username uuid identifier name login email user")
}
