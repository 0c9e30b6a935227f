package settings

import (
	"go/types"
	"strconv"
	"strings"

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

// settings turns a state of a layout into what each setting means. Where
// several paths carry one setting, the last one that is not zero wins; what
// zero means holds only if all are.
func (e *engine) settings(l *layout, st state) [model.NumSettings]values {
	var out [model.NumSettings]values
	var said [model.NumSettings]bool
	for i, f := range l.fields {
		vals := e.settle(st[i])
		meant := meaning(f, vals, e.model.LibraryOf(l.typ.Symbol))
		switch zero := all(vals, isZero); {
		case out[f.Setting] == nil, !zero, !said[f.Setting] && out[f.Setting].has(unset):
			out[f.Setting], said[f.Setting] = meant, !zero
		}
	}
	force(&out, l.typ.Forces)
	return out
}

// force applies what a library switches on by itself.
func force(out *[model.NumSettings]values, forces []model.Force) {
	for _, f := range forces {
		if holds(f, out[f.If]) {
			out[f.Then] = values{{Kind: boolean, Bool: true, meant: true}}
		}
	}
}

func holds(f model.Force, vals values) bool {
	return all(vals, func(a Atom) bool {
		return a.Kind == text && strings.EqualFold(a.Str, f.Is) || a.Kind == boolean && strconv.FormatBool(a.Bool) == f.Is
	})
}

func listed(t *model.Type, s model.Setting) bool {
	for _, f := range t.Settings {
		if f.Setting == s {
			return true
		}
	}
	return false
}
