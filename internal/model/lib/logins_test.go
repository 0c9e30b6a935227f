package lib

import (
	"go/types"
	"slices"
	"testing"

	"github.com/sessionlint/sessionlint/internal/model"
)

// TestLogins resolves what the data says of logins in the pinned libraries.
func TestLogins(t *testing.T) {
	libs := slices.DeleteFunc(loginLibraries(), func(l *model.Library) bool { return unfetched()[l.Module] != "" })
	resolveLogins(t, libs, "../../../testdata")
}

// resolveLogins does so in a module below testdata.
func resolveLogins(t *testing.T, libs []*model.Library, dir string) {
	t.Helper()
	paths := pathsOf(libs)
	for _, l := range libs {
		for _, f := range l.Login {
			paths = append(paths, splitSymbol(f.Symbol).pkg)
		}
	}
	slices.Sort(paths)
	w := load(t, dir, slices.Compact(paths))
	for _, l := range libs {
		for _, f := range l.Login {
			loginFunc(t, w, f)
		}
		for _, f := range l.LoginFields {
			if loginField(w, f.Symbol) == nil {
				t.Errorf("%s: no such field", f.Symbol)
			}
		}
		for _, a := range l.AuthTimes {
			if !authTime(w, a) {
				t.Errorf("%s: neither a field nor a method", a.Symbol)
			}
		}
	}
}

func loginFunc(t *testing.T, w *world, f model.LoginFunc) {
	t.Helper()
	obj := w.object(f.Symbol)
	fn, isFunc := obj.(*types.Func)
	if obj == nil || isFunc && fn.FullName() != f.Symbol || f.Role == model.NoLoginRole {
		t.Errorf("%s: no such function or variable (%v), or no role", f.Symbol, obj)
		return
	}
	sig, ok := obj.Type().Underlying().(*types.Signature)
	if !ok {
		t.Errorf("%s: not a function", f.Symbol)
		return
	}
	for _, a := range f.Args {
		if a.Index < 0 || a.Index >= sig.Params().Len() {
			t.Errorf("%s: no argument %d", f.Symbol, a.Index)
			continue
		}
		if p := sig.Params().At(a.Index).Type(); !loginSuits(a.Slot, p) {
			t.Errorf("%s: argument %d of type %v cannot play slot %d", f.Symbol, a.Index, p, a.Slot)
		}
	}
	if f.Role == model.LoginParam && f.Param == "" && !slices.ContainsFunc(f.Args, func(a model.Arg) bool { return a.Slot == model.ArgName }) {
		t.Errorf("%s: sends no parameter", f.Symbol)
	}
}

func loginSuits(slot model.Slot, t types.Type) bool {
	_, isSlice := t.Underlying().(*types.Slice)
	_, isFunc := t.Underlying().(*types.Signature)
	_, isPointer := t.Underlying().(*types.Pointer)
	switch slot {
	case model.ArgState:
		return isText(t) || isFunc
	case model.ArgParams, model.ArgScopes:
		return isSlice
	case model.ArgClient:
		return types.IsInterface(t) || isPointer
	case model.ArgToken:
		return isText(t) || types.IsInterface(t) || isPointer
	}
	return isText(t) || isSlice || types.IsInterface(t) || basic(t, types.IsInteger)
}

func loginField(w *world, symbol string) *types.Var {
	typ, name := splitField(symbol)
	owner, ok := w.object(typ).(*types.TypeName)
	if !ok {
		return nil
	}
	return field(owner.Type(), owner.Pkg(), name)
}

func authTime(w *world, a model.AuthTime) bool {
	if !a.Method {
		return loginField(w, a.Symbol) != nil
	}
	typ, name := splitField(a.Symbol)
	owner, ok := w.object(typ).(*types.TypeName)
	return ok && types.IsInterface(owner.Type()) && has(owner.Type(), name)
}
