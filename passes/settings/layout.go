package settings

import (
	"go/types"
	"strconv"
	"strings"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
)

// A layout says where the settings of a modelled type are. Settings without a
// field (the age that a codec accepts, what a setter writes) have a place of
// their own that no selector can spell.
type layout struct {
	typ    *model.Type
	shape  *shape
	fields []model.Field
}

func newLayout(t *model.Type) *layout {
	l := &layout{typ: t}
	have := map[model.Setting]bool{}
	for _, f := range t.Settings {
		l.fields = append(l.fields, f)
		have[f.Setting] = true
	}
	for s := model.NoSetting + 1; int(s) < model.NumSettings; s++ {
		if !have[s] {
			l.fields = append(l.fields, model.Field{Path: pseudo(s), Setting: s})
		}
	}
	paths := make([]string, len(l.fields))
	for i, f := range l.fields {
		paths[i] = f.Path
	}
	l.shape = newShape(paths...)
	l.shape.sturdy = t.Kind != model.Cookie
	return l
}

func pseudo(s model.Setting) string { return "@" + strconv.Itoa(int(s)) }

// layoutOf returns the layout of a modelled type (or pointer to one), or nil.
func (e *engine) layoutOf(t types.Type) *layout {
	return e.layoutFor(e.model.TypeOf(t))
}

func (e *engine) layoutFor(t *model.Type) *layout {
	if t == nil {
		return nil
	}
	l, ok := e.layouts[t]
	if !ok {
		l = newLayout(t)
		e.layouts[t] = l
	}
	return l
}

func (e *engine) modelled(t types.Type) bool { return e.model.TypeOf(t) != nil }

// settings turns a state of a layout into what each setting means.
func (e *engine) settings(l *layout, st state) [model.NumSettings]values {
	var out [model.NumSettings]values
	for i, f := range l.fields {
		meant := meaning(f, e.settle(st[i]), e.model.LibraryOf(l.typ.Symbol))
		if have := out[f.Setting]; have != nil && have.has(unset) && !meant.has(unset) || have == nil {
			out[f.Setting] = meant
		}
	}
	force(&out, l.typ.Forces)
	return out
}

// force applies what a library switches on by itself.
func force(out *[model.NumSettings]values, forces []model.Force) {
	for _, f := range forces {
		all := len(out[f.If]) > 0
		for _, a := range out[f.If] {
			all = all && (a.Kind == text && strings.EqualFold(a.Str, f.Is) || a.Kind == boolean && strconv.FormatBool(a.Bool) == f.Is)
		}
		if all {
			out[f.Then] = values{{Kind: boolean, Bool: true, meant: true}}
		}
	}
}

// meaning translates what a field holds into what the setting means.
func meaning(f model.Field, vals values, library string) values {
	return vals.each(func(a Atom) Atom {
		if a.meant {
			return a
		}
		a.meant = true
		if isZero(a) && f.Zero.Is != model.Unset {
			d := defaultAtom(f.Zero, library)
			d.Pos, d.End, d.at = a.Pos, a.End, a.at
			return d
		}
		switch f.Form {
		case model.Inverted:
			return inverted(a)
		case model.Seconds:
			return lasts(a, time.Second)
		case model.Minutes:
			return lasts(a, time.Minute)
		case model.Nanos:
			return lasts(a, time.Nanosecond)
		case model.Word:
			return spelled(a, f)
		case model.IfTLS:
			if a.Kind == boolean && a.Bool {
				a.Kind = fromTLS
			}
		case model.Lookup:
			return cookieOfLookup(a)
		case model.Wrapped:
			if a.Kind != unset {
				return Atom{Kind: unknown, Str: a.Str, Pos: a.Pos, End: a.End}
			}
		default:
			if f.Setting == model.SameSite {
				return sameSite(a)
			}
		}
		return a
	})
}

func isZero(a Atom) bool {
	switch a.Kind {
	case unset:
		return true
	case boolean:
		return !a.Bool
	case integer:
		return a.Int == 0
	case text:
		return a.Str == ""
	}
	return false
}

func inverted(a Atom) Atom {
	switch a.Kind {
	case boolean:
		a.Bool = !a.Bool
	case unset:
		a.Kind, a.Bool = boolean, true
	case parameter:
		a.Negated = !a.Negated
	}
	return a
}

func lasts(a Atom, unit time.Duration) Atom {
	if a.Kind == integer {
		a.Kind, a.Int = lasting, saturated(a.Int, int64(unit))
		if a.Int == 0 {
			a.Kind, a.Str = unset, "0"
		}
	}
	return a
}

func saturated(n, unit int64) int64 {
	const most = int64(1<<63 - 1)
	switch {
	case n > 0 && n > most/unit:
		return most
	case n < 0:
		return -1
	}
	return n * unit
}

func spelled(a Atom, f model.Field) Atom {
	if a.Kind != text {
		return a
	}
	for _, w := range f.Words {
		if strings.EqualFold(w.Text, a.Str) {
			if w.Means == "" {
				a.Kind = unset
			}
			a.Str = w.Means
			return a
		}
	}
	if f.Zero.Is == model.Text {
		a.Str = f.Zero.Text
		return a
	}
	return Atom{Kind: unset, Pos: a.Pos, End: a.End}
}

func cookieOfLookup(a Atom) Atom {
	if a.Kind != text {
		return a
	}
	if name, ok := strings.CutPrefix(a.Str, "cookie:"); ok {
		a.Str = name
		return a
	}
	return Atom{Kind: unknown, Str: "a lookup that is no cookie", Pos: a.Pos, End: a.End}
}

// sameSite names the numbers of http.SameSite.
func sameSite(a Atom) Atom {
	if a.Kind != integer {
		return a
	}
	switch a.Int {
	case 2:
		a.Kind, a.Str = text, "Lax"
	case 3:
		a.Kind, a.Str = text, "Strict"
	case 4:
		a.Kind, a.Str = text, "None"
	default:
		a.Kind, a.Str = unset, "SameSiteDefaultMode"
	}
	return a
}

func defaultAtom(d model.Default, library string) Atom {
	a := Atom{Library: library, meant: true}
	switch d.Is {
	case model.On, model.Off:
		a.Kind, a.Bool = boolean, d.Is == model.On
	case model.Text:
		a.Kind, a.Str = text, d.Text
	case model.Lasts:
		a.Kind, a.Int = lasting, int64(d.Dur)
	case model.FromTLS:
		a.Kind = fromTLS
	case model.Elsewhere:
		a.Kind, a.Str = unknown, d.Note
		if a.Str == "" {
			a.Str = "what " + library + " decides"
		}
	}
	return a
}

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
		full := join(path, sub)
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

// newStore returns the settings of a store just made.
func (e *engine) newStore(f *model.Func, call ssa.CallInstruction) map[model.Setting]values {
	got := e.defaults(f, call)
	for _, arg := range f.Args {
		v := e.arg(f, call, arg.Index)
		if v == nil {
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

func listed(t *model.Type, s model.Setting) bool {
	for _, f := range t.Settings {
		if f.Setting == s {
			return true
		}
	}
	return false
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
		v := param(common, index)
		if v == nil {
			return nil
		}
		if sig := common.Signature(); sig.Variadic() && index == sig.Params().Len()-1 {
			elems := unpack(v)
			if len(elems) == 0 || isNil(elems[0]) {
				return nil
			}
			return elems[0]
		}
		return v
	}
	slice := param(common, f.Variadic)
	if slice == nil {
		return nil
	}
	elems := unpack(slice)
	if i := index - f.Variadic; i < len(elems) && !isNil(elems[i]) {
		return elems[i]
	}
	return nil
}

// applyOptions applies option functions: WithSecure(true).
func (e *engine) applyOptions(f *model.Func, call ssa.CallInstruction, got map[model.Setting]values) {
	for _, arg := range f.Args {
		if arg.Slot != model.ArgOption {
			continue
		}
		v := param(call.Common(), arg.Index)
		if v == nil || isNil(v) {
			continue
		}
		for _, option := range unpack(v) {
			e.applyOption(option, got)
		}
	}
}

func (e *engine) applyOption(option ssa.Value, got map[model.Setting]values) {
	for {
		if c, ok := option.(*ssa.ChangeType); ok {
			option = c.X
			continue
		}
		break
	}
	var callee *types.Func
	var made *ssa.Call
	switch v := option.(type) {
	case *ssa.Call:
		callee, made = calleeOf(v.Common()), v
	case *ssa.Function:
		callee, _ = v.Object().(*types.Func)
	}
	if callee == nil {
		e.hideAll(got)
		return
	}
	o := e.model.Func(callee)
	if o == nil || o.Role != model.SettingOption {
		e.hideAll(got)
		return
	}
	vals := values{{Kind: boolean, Bool: o.Form != model.Inverted, meant: true}}
	if made != nil && len(o.Args) > 0 {
		arg := o.Args[0]
		if v := e.arg(o, made, arg.Index); v != nil {
			if arg.Form == model.Plain {
				arg.Form = o.Form
			}
			vals = e.slotValue(arg, o.Attr, v, made, nil)
		}
	}
	got[o.Attr] = vals
	for _, also := range o.Also {
		got[also] = vals
	}
}

// hideAll: an option that nobody can read may set anything.
func (e *engine) hideAll(got map[model.Setting]values) {
	for s := model.NoSetting + 1; int(s) < model.NumSettings; s++ {
		got[s] = unknownValue("an option", 0, 0)
	}
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

// modelEffect: what a modelled function does to its operand i.
func (e *engine) modelEffect(f *model.Func, call ssa.CallInstruction, i int, rest string, sh *shape) func(state) state {
	receiver := i == 0 && (call.Common().IsInvoke() || call.Common().Signature().Recv() != nil)
	var set map[model.Setting]values
	switch {
	case (f.Role == model.CookieSet || f.Role == model.StoreSet) && receiver:
		set = e.setterValues(f, call)
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
				if vals, ok := set[field.Setting]; ok && field.Path == join(rest, sub) && after[k] != nil {
					after[k] = vals
				}
			}
		}
		return after
	}
}

// setterValues returns the settings that a setter method gives its receiver.
func (e *engine) setterValues(f *model.Func, call ssa.CallInstruction) map[model.Setting]values {
	set := map[model.Setting]values{}
	if f.Attr != model.NoSetting {
		v := param(call.Common(), 0)
		if v == nil {
			return set
		}
		vals := e.slotValue(model.Arg{Form: f.Form}, f.Attr, v, call, nil)
		set[f.Attr] = vals
		for _, also := range f.Also {
			set[also] = vals
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

func (e *engine) isSlot(f *model.Func, call ssa.CallInstruction, operand int, slot model.Slot) bool {
	for _, arg := range f.Args {
		if arg.Slot == slot && param(call.Common(), arg.Index) == operands(call.Common())[operand] {
			return true
		}
	}
	return false
}

// flagValue returns the default of a command-line flag that a pointer, or a
// call, stands for; nil if it stands for none.
func (e *engine) flagValue(v ssa.Value) values {
	if load, ok := v.(*ssa.UnOp); ok {
		if g, ok := load.X.(*ssa.Global); ok {
			v = e.onlyStore(g)
		}
	}
	call, ok := v.(*ssa.Call)
	if !ok {
		return nil
	}
	callee := calleeOf(call.Common())
	if callee == nil {
		return nil
	}
	if f := e.model.Func(callee); f != nil && f.Role == model.ConfigFlag {
		return e.flagDefault(f, call)
	}
	return nil
}

func (e *engine) flagDefault(f *model.Func, call ssa.CallInstruction) values {
	name := "a flag"
	var vals values
	for _, arg := range f.Args {
		v := param(call.Common(), arg.Index)
		if v == nil {
			continue
		}
		switch arg.Slot {
		case model.ArgName:
			if s, ok := e.oneText(v); ok {
				name = "-" + s
			}
		case model.ArgDefault:
			vals = e.eval(v)
		}
	}
	return vals.each(func(a Atom) Atom {
		a.ByDefault, a.Variable = true, name
		return a
	})
}

// onlyStore returns the value of the single store into a variable, or nil.
func (e *engine) onlyStore(g *ssa.Global) ssa.Value {
	var val ssa.Value
	for _, fn := range e.funcs {
		for _, instr := range e.touching(g, fn) {
			if store, ok := instr.(*ssa.Store); ok && store.Addr == g {
				if val != nil {
					return nil
				}
				val = store.Val
			}
		}
	}
	return val
}
