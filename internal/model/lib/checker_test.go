package lib

import (
	"fmt"
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/mod/semver"

	"github.com/sessionlint/sessionlint/internal/model"
)

// A checker compares data with the world.
type checker struct {
	*world
	kinds    map[string]model.Kind
	funcs    map[string]bool
	seen     map[string]bool
	problems []string
}

func newChecker(w *world, known []*model.Library) *checker {
	c := &checker{world: w, kinds: map[string]model.Kind{}, funcs: map[string]bool{}, seen: map[string]bool{}}
	for _, l := range known {
		for _, t := range l.Types {
			c.kinds[t.Symbol] = t.Kind
		}
		for _, f := range l.Funcs {
			c.funcs[f.Symbol] = true
		}
	}
	return c
}

func (c *checker) errorf(format string, args ...any) {
	c.problems = append(c.problems, fmt.Sprintf(format, args...))
}

func (c *checker) all(libs []*model.Library) []string {
	for _, l := range libs {
		if l.Module == "" || l.Name == "" || l.Doc == "" || len(l.Majors) == 0 {
			c.errorf("%s: incomplete library", l.Module)
		}
		if len(l.Anchors) == 0 && (len(l.Types) > 0 || slices.ContainsFunc(l.Funcs, func(f model.Func) bool { return f.Role.AboutSettings() && f.Role != model.RequestCookie })) {
			c.errorf("%s: about sessions, but without anchors", l.Name)
		}
		for _, path := range l.Anchors {
			if c.pkgs[path] == nil {
				c.errorf("%s: anchor %s is no package", l.Name, path)
			}
		}
		for _, s := range append(symbolsOf(l), fieldsOf(l)...) {
			if c.seen[s] {
				c.errorf("%s: listed twice", s)
			}
			c.seen[s] = true
		}
		for i := range l.Types {
			c.typ(&l.Types[i])
		}
		for i := range l.Funcs {
			c.fun(&l.Funcs[i])
		}
		for _, v := range l.Vars {
			c.variable(v)
		}
		c.tokenFields(l)
		c.life(l)
		c.bearers(l)
	}
	return c.problems
}

func (c *checker) typ(t *model.Type) {
	name, ok := c.object(t.Symbol).(*types.TypeName)
	if !ok {
		c.errorf("%s: no such type", t.Symbol)
		return
	}
	if name.IsAlias() || t.Kind == model.NoKind {
		c.errorf("%s: an alias, or without kind", t.Symbol)
	}
	paths := append([]model.Field(nil), t.Settings...)
	for i, f := range paths {
		v := field(name.Type(), name.Pkg(), f.Path)
		switch {
		case v == nil || !v.Exported():
			c.errorf("%s: no field %s", t.Symbol, f.Path)
			continue
		case slices.ContainsFunc(paths[:i], func(o model.Field) bool { return o.Path == f.Path && o.Setting == f.Setting }):
			c.errorf("%s: field %s is listed twice", t.Symbol, f.Path)
		}
		if f.Zero != (model.Default{}) && slices.ContainsFunc(paths[i+1:], func(o model.Field) bool { return o.Setting == f.Setting }) {
			c.errorf("%s: field %s has a Zero but is not the last one for its setting", t.Symbol, f.Path)
		}
		c.form(t.Symbol+" "+f.Path, f.Setting, f.Form, f.Words, v.Type())
		c.state(t.Symbol+" "+f.Path, f.Zero)
		if f.Zero.Setting != model.NoSetting || f.Form == model.Inverted && f.Zero.Is != model.On {
			c.errorf("%s: Zero of %s names a setting, or is not On though inverted", t.Symbol, f.Path)
		}
	}
	if t.Delegate != "" && field(name.Type(), name.Pkg(), t.Delegate) == nil {
		c.errorf("%s: no field %s", t.Symbol, t.Delegate)
	}
}

func (c *checker) fun(f *model.Func) {
	fn, ok := c.object(f.Symbol).(*types.Func)
	if !ok || fn.FullName() != f.Symbol {
		c.errorf("%s: no such function (found %v)", f.Symbol, fn)
		return
	}
	if f.Role == model.NoRole {
		c.errorf("%s: no role", f.Symbol)
	}
	for i, a := range f.Args {
		if slices.ContainsFunc(f.Args[:i], func(o model.Arg) bool { return o.Index == a.Index || o.Slot == a.Slot && !repeats(a.Slot) }) {
			c.errorf("%s: argument %d or its slot is listed twice", f.Symbol, a.Index)
		}
		c.arg(f, fn.Signature(), a)
	}
	if f.Type != "" && c.kinds[f.Type] == model.NoKind {
		c.errorf("%s: type %s is not listed", f.Symbol, f.Type)
	}
	if f.Like != "" && !c.funcs[f.Like] {
		c.errorf("%s: function %s is not listed", f.Symbol, f.Like)
	}
	c.attr(f, fn.Signature())
	c.defaults(f)
	c.token(f)
}

// attr checks what a setter sets.
func (c *checker) attr(f *model.Func, sig *types.Signature) {
	switch f.Role {
	case model.CookieSet, model.SettingOption:
	case model.StoreSet:
		if len(f.Args) > 0 {
			return
		}
	default:
		if f.Attr != model.NoSetting {
			c.errorf("%s: sets %v but is no setter", f.Symbol, f.Attr)
		}
		return
	}
	if f.Attr == model.NoSetting {
		c.errorf("%s: sets nothing", f.Symbol)
	}
	if f.Role != model.SettingOption {
		c.form(f.Symbol, f.Attr, f.Form, nil, sig.Params().At(0).Type())
	}
}

func (c *checker) defaults(f *model.Func) {
	type key struct {
		setting      model.Setting
		since, until string
	}
	seen := map[key]bool{}
	for _, d := range f.Defaults {
		k := key{d.Setting, d.Since, d.Until}
		if d.Setting == model.NoSetting || seen[k] {
			c.errorf("%s: default of %v without setting, or twice", f.Symbol, d.Setting)
		}
		seen[k] = true
		for _, v := range []string{d.Since, d.Until} {
			if v != "" && !semver.IsValid(v) {
				c.errorf("%s: %q is no version", f.Symbol, v)
			}
		}
		c.state(f.Symbol, d)
	}
}

// state checks that a default has the value that its state needs.
func (c *checker) state(where string, d model.Default) {
	if (d.Is == model.Text) != (d.Text != "") || (d.Is == model.Lasts) != (d.Dur != 0) {
		c.errorf("%s: state and value of a default do not fit: %+v", where, d)
	}
}

func (c *checker) variable(v model.Var) {
	obj := c.object(v.Symbol)
	if _, isFunc := obj.(*types.Func); obj == nil || isFunc || v.Role == model.NoRole {
		c.errorf("%s: no such variable, constant or type", v.Symbol)
		return
	}
	if v.Func == "" && !v.Role.AboutSettings() {
		return
	}
	held, _ := c.object(v.Func).(*types.Func)
	if held == nil || !types.AssignableTo(held.Type(), obj.Type()) {
		c.errorf("%s: it cannot hold %s", v.Symbol, v.Func)
	}
}

// sameSiteNumbers checks that a type numbers its modes as net/http does.
func sameSiteNumbers(t types.Type) bool {
	named, ok := t.(*types.Named)
	if !ok || !strings.HasSuffix(named.Obj().Name(), "SameSite") {
		return false
	}
	found := 0
	scope := named.Obj().Pkg().Scope()
	for _, name := range scope.Names() {
		k, ok := scope.Lookup(name).(*types.Const)
		if !ok || !types.Identical(k.Type(), t) {
			continue
		}
		for suffix, number := range map[string]int64{"LaxMode": 2, "StrictMode": 3, "NoneMode": 4} {
			if n, _ := constant.Int64Val(k.Val()); strings.HasSuffix(name, suffix) && n == number {
				found++
			}
		}
	}
	return found == 3
}
