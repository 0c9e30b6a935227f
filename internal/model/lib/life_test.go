package lib

import (
	"go/types"

	"github.com/sessionlint/sessionlint/internal/model"
)

// life checks what is said of the life of sessions.
func (c *checker) life(l *model.Library) {
	seen := map[string]bool{}
	for i := range l.Life {
		f := &l.Life[i]
		if seen[f.Symbol] {
			c.errorf("%s: listed twice among Life", f.Symbol)
		}
		seen[f.Symbol] = true
		if !f.Role.AboutLife() {
			c.errorf("%s: role %d is not about the life of a session", f.Symbol, f.Role)
		}
		c.fun(f)
	}
	for _, t := range l.Carriers {
		if name, ok := c.object(t.Symbol).(*types.TypeName); !ok || name.IsAlias() || !t.Request && !t.Response {
			c.errorf("%s: no such type, an alias, or it carries nothing", t.Symbol)
		}
	}
	for _, f := range l.Fields {
		v := c.structField(f.Symbol)
		if v == nil {
			continue
		}
		if ok := lifeFieldSuits(f.Role, v.Type()); !ok {
			c.errorf("%s: a field of type %v has role %d", f.Symbol, v.Type(), f.Role)
		}
	}
}

// lifeFieldSuits reports whether a field of a type can have a role.
func lifeFieldSuits(r model.Role, t types.Type) bool {
	_, isMap := t.Underlying().(*types.Map)
	switch r {
	case model.SessionPut:
		return isMap
	case model.SessionRenew:
		return isText(t)
	case model.RouterNew, model.GuardOpen:
		return basic(t, types.IsBoolean)
	case model.Guard:
		_, isFunc := t.Underlying().(*types.Signature)
		return isFunc
	case model.SessionDestroy:
		return basic(t, types.IsInteger) || isStruct(t)
	}
	return false
}

// lifeSuits reports whether an argument of a type can play a slot of a role
// about the life of a session.
func lifeSuits(r model.Role, slot model.Slot, t types.Type) bool {
	if !r.AboutLife() {
		return false
	}
	_, isFunc := t.Underlying().(*types.Signature)
	switch slot {
	case model.ArgSession, model.ArgUser, model.ArgValue:
		return !isFunc
	case model.ArgName, model.ArgPath, model.ArgMethod, model.ArgURL:
		return isText(t) || types.IsInterface(t) || isBytes(t)
	case model.ArgHandler, model.ArgMiddleware:
		return isFunc || types.NewMethodSet(t).Len() > 0 || types.IsInterface(t) || isParam(t)
	case model.ArgBuild:
		return isFunc
	case model.ArgConfig:
		p, isPointer := t.Underlying().(*types.Pointer)
		return isStruct(t) || isPointer && isStruct(p.Elem())
	case model.ArgOpen:
		return basic(t, types.IsBoolean)
	case model.ArgVerbs:
		slice, isSlice := t.Underlying().(*types.Slice)
		return isText(t) || isSlice && isText(slice.Elem())
	case model.ArgWriter:
		return types.IsInterface(t) || types.NewMethodSet(t).Len() > 0
	case model.ArgStatus: // beego takes it as a text
		return basic(t, types.IsInteger) || isText(t)
	}
	return false
}

func isBytes(t types.Type) bool {
	return types.Identical(t.Underlying(), types.NewSlice(types.Typ[types.Byte]))
}
