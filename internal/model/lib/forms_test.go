package lib

import (
	"go/types"
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// form checks that a Go type can spell a setting in a form.
func (c *checker) form(where string, s model.Setting, form model.Form, words []model.Spelling, t types.Type) {
	if form == model.Word && len(words) == 0 {
		c.errorf("%s: words are missing", where)
	}
	ok := false
	switch form {
	case model.Plain:
		ok = plain(s, t)
	case model.Inverted, model.IfTLS:
		ok = basic(t, types.IsBoolean) && isFlag(s)
	case model.Seconds, model.Minutes:
		ok = basic(t, types.IsInteger) && !named(t, "time", "Duration") && isLifetime(s)
	case model.Nanos:
		ok = named(t, "time", "Duration") && isLifetime(s)
	case model.Word:
		ok = basic(t, types.IsString) && s == model.SameSite
	case model.Lookup:
		ok = basic(t, types.IsString) && s == model.Name
	case model.Clock:
		ok = named(t, "time", "Time") && s == model.Expires
	case model.Backend:
		ok = types.IsInterface(t) && len(words) > 0
	case model.Wrapped:
		_, ok = t.Underlying().(*types.Struct)
	}
	if !ok {
		c.errorf("%s: %v cannot be spelled by %v in form %d", where, s, t, form)
	}
}

func plain(s model.Setting, t types.Type) bool {
	switch s {
	case model.Name, model.Value, model.Path, model.Domain:
		return isText(t)
	case model.SameSite:
		return sameSiteNumbers(t)
	}
	return isFlag(s) && basic(t, types.IsBoolean)
}

// arg checks that an argument exists and has a type that suits its slot.
func (c *checker) arg(f *model.Func, sig *types.Signature, a model.Arg) {
	if a.Index == model.Receiver {
		if sig.Recv() == nil || !slices.Contains(ofReceiver(), a.Slot) {
			c.errorf("%s: receiver in slot %d", f.Symbol, a.Slot)
		}
		return
	}
	t, ok := argType(f, sig, a.Index)
	if !ok {
		c.errorf("%s: argument %d is out of range", f.Symbol, a.Index)
		return
	}
	if _, untyped := t.Underlying().(*types.Interface); untyped && f.Variadic > 0 && a.Index >= f.Variadic {
		return // beego: any
	}
	if s, ok := model.SlotSetting(a.Slot); ok && s != model.Name && s != model.Value {
		c.form(f.Symbol, s, a.Form, a.Words, t)
		return
	}
	if !c.suits(a.Slot, t) && !tokenSuits(f.Role, a.Slot, t) && !lifeSuits(f.Role, a.Slot, t) {
		c.errorf("%s: argument %d of type %v in slot %d", f.Symbol, a.Index, t, a.Slot)
	}
}

// argType is the type of the i-th argument of a call.
func argType(f *model.Func, sig *types.Signature, i int) (types.Type, bool) {
	last := sig.Params().Len() - 1
	switch {
	case i < 0 || i > last && !(sig.Variadic() && f.Variadic > 0):
		return nil, false
	case sig.Variadic() && i >= last:
		if i > last && f.Variadic != last {
			return nil, false
		}
		return sig.Params().At(last).Type().(*types.Slice).Elem(), true
	}
	return sig.Params().At(i).Type(), true
}

func (c *checker) suits(slot model.Slot, t types.Type) bool {
	_, isFunc := t.Underlying().(*types.Signature)
	_, isPointer := t.Underlying().(*types.Pointer)
	slice, isSlice := t.Underlying().(*types.Slice)
	switch slot {
	case model.ArgName:
		return isText(t) || isSlice && isText(slice.Elem())
	case model.ArgValue:
		return isText(t) || types.IsInterface(t)
	case model.ArgCookie:
		return c.kindOf(t) == model.Cookie
	case model.ArgOptions:
		return c.kindOf(t) == model.Options
	case model.ArgConfig, model.ArgStore:
		return c.kindOf(t) == model.Store
	case model.ArgKey:
		return isText(t) || types.IsInterface(t)
	case model.ArgDefault:
		return basic(t, types.IsConstType)
	case model.ArgPointer:
		return isPointer
	case model.ArgOption:
		return isFunc
	case model.ArgTimeout:
		return basic(t, types.IsInteger)
	}
	return false
}

func (c *checker) kindOf(t types.Type) model.Kind {
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	if n, ok := types.Unalias(t).(*types.Named); ok {
		return c.kinds[n.Obj().Pkg().Path()+"."+n.Obj().Name()]
	}
	return model.NoKind
}

func basic(t types.Type, info types.BasicInfo) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&info != 0
}

func named(t types.Type, pkg, name string) bool {
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Name() == name && n.Obj().Pkg().Path() == pkg
}

// isText: string or []byte.
func isText(t types.Type) bool {
	s, ok := t.Underlying().(*types.Slice)
	return basic(t, types.IsString) || ok && types.Identical(s.Elem(), types.Typ[types.Byte])
}

func isFlag(s model.Setting) bool {
	return slices.Contains([]model.Setting{model.Secure, model.HTTPOnly, model.Partitioned, model.SessionOnly, model.Persistent, model.HashedTokens}, s)
}

func isLifetime(s model.Setting) bool {
	return slices.Contains([]model.Setting{model.MaxAge, model.AbsoluteTimeout, model.IdleTimeout}, s)
}
