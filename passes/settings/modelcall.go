package settings

import (
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

// modelResult returns what a modelled function gives back, or nil.
func (e *engine) modelResult(f *model.Func, call *ssa.Call, path string, sh *shape) state {
	var l *layout
	var got map[model.Setting]values
	switch f.Role {
	case model.StoreNew:
		l = e.layoutFor(e.model.Type(f.Type))
		got = e.newStore(f, call)
	case model.CookieBuild, model.RequestCookie:
		l = e.layoutOf(call.Common().Signature().Results().At(0).Type())
		got = e.builtCookie(f, call)
	case model.SettingOption:
		if sh == scalar && path == "" {
			return state{e.argSetting(f, f.Attr, call)}
		}
		return nil
	default:
		if vals := e.flagValue(call); vals != nil && sh == scalar {
			return state{vals}
		}
		return nil
	}
	if l == nil {
		return nil
	}
	return uniform(sh, func(sub string) values {
		full := fields.Join(path, sub)
		for _, field := range l.fields {
			if field.Path == full {
				if vals, ok := got[field.Setting]; ok {
					return vals
				}
				return values{{Kind: unset}}
			}
		}
		return unknownValue(e.describe(place{call, full}), 0, 0)
	})
}

// builtCookie returns the settings of a cookie that a helper of a library
// makes, or reads from the request: that one has a name and nothing else.
func (e *engine) builtCookie(f *model.Func, call ssa.CallInstruction) map[model.Setting]values {
	got := e.newStore(f, call)
	if f.Role == model.RequestCookie {
		got[model.Value] = unknownValue("the cookie of the request", 0, 0)
	}
	return got
}

// newStore returns the settings of a store just made.
func (e *engine) newStore(f *model.Func, call ssa.CallInstruction) map[model.Setting]values {
	got := e.defaults(f, call)
	for _, arg := range f.Args {
		v := e.arg(f, call, arg.Index)
		if v == nil || isNil(v) { // a nil configuration says nothing
			continue
		}
		switch arg.Slot {
		case model.ArgConfig, model.ArgOptions:
			if config := e.layoutOf(v.Type()); config != nil {
				for s, vals := range e.settings(config, e.lookup(v, config.shape, call)) {
					if listed(config.typ, model.Setting(s)) {
						got[model.Setting(s)] = vals
					}
				}
			}
		default:
			if s, ok := model.SlotSetting(arg.Slot); ok {
				got[s] = e.slotValue(arg, s, v, call, got[s])
			}
		}
	}
	e.applyOptions(f, call, got)
	return got
}

// defaults returns what holds when the caller says nothing, for the version
// of the library that the program uses.
func (e *engine) defaults(f *model.Func, call ssa.CallInstruction) map[model.Setting]values {
	got := map[model.Setting]values{}
	for _, d := range e.model.Defaults(f, call.Common()) {
		got[d.Setting] = values{defaultAtom(d, e.model.LibraryOf(f.Symbol))}
	}
	return got
}

// slotValue returns what an argument means; a zero value leaves the default.
func (e *engine) slotValue(arg model.Arg, s model.Setting, v ssa.Value, call ssa.CallInstruction, otherwise values) values {
	vals := e.settle(e.lookup(v, scalar, call)[0])
	field := model.Field{Setting: s, Form: arg.Form, Words: arg.Words}
	expr := e.exprOf(call, v)
	var out values
	for _, a := range meaning(field, vals, "") {
		if expr != nil && !a.Pos.IsValid() {
			a.Pos, a.End = expr.Pos(), expr.End()
		}
		if (a.Kind == unset || a.Kind == text && a.Str == "") && otherwise != nil && s != model.SameSite {
			out = out.with(otherwise...)
			continue
		}
		out = out.with(a)
	}
	return out
}

// arg returns the value of a model argument of a call, or nil.
func (e *engine) arg(f *model.Func, call ssa.CallInstruction, index int) ssa.Value {
	common := call.Common()
	if f.Variadic == 0 || index < f.Variadic {
		v := calls.Argument(common, index)
		if v == nil {
			return nil
		}
		if sig := common.Signature(); sig.Variadic() && index == sig.Params().Len()-1 {
			elems := calls.Elements(v)
			if len(elems) == 0 || isNil(elems[0]) {
				return nil
			}
			return elems[0]
		}
		return v
	}
	slice := calls.Argument(common, f.Variadic)
	if slice == nil {
		return nil
	}
	elems := calls.Elements(slice)
	if i := index - f.Variadic; i < len(elems) && !isNil(elems[i]) {
		return elems[i]
	}
	return nil
}

// modelEffect: what a modelled function does to its operand i.
func (e *engine) modelEffect(f *model.Func, call ssa.CallInstruction, i int, rest string, sh *shape) func(state) state {
	receiver := i == 0 && calls.HasReceiver(call.Common())
	var set map[model.Setting]values
	switch {
	case (f.Role == model.CookieSet || f.Role == model.StoreSet) && receiver:
		set = e.setterValues(f, call)
	case f.Role == model.CookieSameSite && receiver:
		if len(sh.paths) != 1 || fields.Join(rest, sh.paths[0]) != pseudo(model.SameSite) {
			return nil
		}
		vals := e.argSetting(f, model.SameSite, call)
		return func(state) state { return state{vals} }
	case f.Role == model.ConfigFlag && sh == scalar && rest == "":
		if vals := e.flagDefault(f, call); vals != nil && e.isSlot(f, call, i, model.ArgPointer) {
			return func(state) state { return state{vals} }
		}
		return nil
	default:
		return nil
	}
	l := e.layoutFor(e.model.Type(f.Type))
	if l == nil {
		return nil
	}
	return func(before state) state {
		after := append(state(nil), before...)
		for k, sub := range sh.paths {
			for _, field := range l.fields {
				if vals, ok := set[field.Setting]; ok && field.Path == fields.Join(rest, sub) && after[k] != nil {
					after[k] = vals
				}
			}
		}
		return after
	}
}

// argSetting returns what the single argument of a call means for a setting.
func (e *engine) argSetting(f *model.Func, s model.Setting, call ssa.CallInstruction) values {
	arg := model.Arg{Form: f.Form}
	for _, a := range f.Args {
		if setting, ok := model.SlotSetting(a.Slot); ok && setting == s {
			arg = a
		}
	}
	v := calls.Argument(call.Common(), arg.Index)
	if v == nil {
		return unknownValue("an argument", 0, 0)
	}
	return e.slotValue(arg, s, v, call, nil)
}

// setterValues returns the settings that a setter method gives its receiver.
func (e *engine) setterValues(f *model.Func, call ssa.CallInstruction) map[model.Setting]values {
	set := map[model.Setting]values{}
	if f.Attr != model.NoSetting {
		v := calls.Argument(call.Common(), 0)
		if v == nil {
			return set
		}
		vals := e.slotValue(model.Arg{Form: f.Form}, f.Attr, v, call, e.defaults(f, call)[f.Attr])
		set[f.Attr] = vals
		for _, also := range f.Also {
			set[also] = vals
		}
		for _, forced := range f.Forces {
			if holds(forced, set[forced.If]) {
				set[forced.Then] = values{{Kind: boolean, Bool: true, meant: true}}
			}
		}
		return set
	}
	for _, arg := range f.Args {
		v := e.arg(f, call, arg.Index)
		if v == nil || arg.Slot != model.ArgOptions && arg.Slot != model.ArgConfig {
			continue
		}
		if l := e.layoutOf(v.Type()); l != nil {
			for s, vals := range e.settings(l, e.lookup(v, l.shape, call)) {
				if listed(l.typ, model.Setting(s)) {
					set[model.Setting(s)] = vals
				}
			}
		}
	}
	return set
}
