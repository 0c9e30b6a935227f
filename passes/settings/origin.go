package settings

import (
	"go/constant"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// isCredential reports whether a call returns something that stands for a
// login: a signed token, the ID of a session, an authenticated encoding of an
// identity (requirements.md section 2, T1).
func (e *engine) isCredential(f *model.Func, call ssa.CallInstruction) bool {
	switch f.Role {
	case model.TokenSign, model.SessionID:
		return true
	case model.TokenEncode:
		for _, arg := range f.Args {
			if v := e.arg(f, call, arg.Index); v != nil && arg.Slot == model.ArgValue && e.holdsIdentity(v) {
				return true
			}
		}
	}
	return false
}

// holdsIdentity reports whether a value names a user or session: a map with
// such a key, a struct with such a field, the ID of a modelled session.
func (e *engine) holdsIdentity(v ssa.Value) bool {
	if m, ok := v.(*ssa.MakeInterface); ok {
		v = m.X
	}
	if made, ok := v.(*ssa.MakeMap); ok {
		for _, ref := range calls.Uses(made) {
			if update, ok := ref.(*ssa.MapUpdate); ok {
				if key, ok := constText(update.Key); ok && isIdentityWord(key) {
					return true
				}
			}
		}
	}
	if load, ok := v.(*ssa.UnOp); ok {
		if field, ok := load.X.(*ssa.FieldAddr); ok {
			l := e.layoutOf(field.X.Type())
			return l != nil && l.typ.Kind == model.PerSession && fieldName(field.X.Type(), field.Field) == "ID"
		}
	}
	t := v.Type()
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	if s, ok := t.Underlying().(*types.Struct); ok {
		for i := range s.NumFields() {
			if isIdentityWord(s.Field(i).Name()) {
				return true
			}
		}
	}
	return false
}

func constText(v ssa.Value) (string, bool) {
	if m, ok := v.(*ssa.MakeInterface); ok {
		v = m.X
	}
	c, ok := v.(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(c.Value), true
}

// isIdentityWord: keys under which programs keep who is logged in
// (requirements.md, login point).
func isIdentityWord(s string) bool {
	switch strings.Join(words.Split(s), "_") {
	case "user", "uid", "user_id", "userid", "username", "user_name", "email", "account", "account_id", "login",
		"session", "session_id", "sessionid", "sid", "authenticated", "logged_in", "role":
		return true
	}
	return false
}
