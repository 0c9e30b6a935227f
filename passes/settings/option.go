package settings

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// applyOptions applies option functions: WithSecure(true).
func (e *engine) applyOptions(f *model.Func, call ssa.CallInstruction, got map[model.Setting]values) {
	for _, arg := range f.Args {
		if arg.Slot != model.ArgOption {
			continue
		}
		v := calls.Argument(call.Common(), arg.Index)
		if v == nil || isNil(v) {
			continue
		}
		for _, option := range calls.Elements(v) {
			e.applyOption(f, option, call, got)
		}
	}
}

func (e *engine) applyOption(f *model.Func, option ssa.Value, call ssa.CallInstruction, got map[model.Setting]values) {
	if c, ok := option.(*ssa.ChangeType); ok {
		option = c.X
	}
	made, _ := option.(*ssa.Call)
	maker := option
	if made != nil {
		maker = made.Common().Value
	}
	o := e.modelFunc(maker)
	if o == nil || o.Role != model.SettingOption {
		hideAll(f, got)
		return
	}
	for s, vals := range e.optionValues(o, made, call) {
		got[s] = vals
	}
}

// optionValues returns what an option sets: its argument, or what the function
// itself stands for.
func (e *engine) optionValues(o *model.Func, made *ssa.Call, call ssa.CallInstruction) map[model.Setting]values {
	set := e.defaults(o, call)
	if made != nil && len(o.Args) > 0 {
		arg := o.Args[0]
		if v := e.arg(o, made, arg.Index); v != nil {
			if arg.Form == model.Plain {
				arg.Form = o.Form
			}
			set[o.Attr] = e.slotValue(arg, o.Attr, v, made, nil)
		}
	}
	if set[o.Attr] == nil {
		set[o.Attr] = values{{Kind: boolean, Bool: o.Form != model.Inverted, meant: true}}
	}
	for _, also := range o.Also {
		set[also] = set[o.Attr]
	}
	return set
}

// modelFunc returns the function of a library that a value stands for, itself
// or through a variable of the library that holds it.
func (e *engine) modelFunc(v ssa.Value) *model.Func {
	switch v := v.(type) {
	case *ssa.Function:
		if fn, ok := v.Object().(*types.Func); ok {
			return e.model.Func(fn)
		}
	case *ssa.UnOp:
		if g, ok := v.X.(*ssa.Global); ok {
			if obj, ok := g.Object().(*types.Var); ok {
				if held := e.model.Var(obj); held != nil {
					return e.model.FuncNamed(held.Func)
				}
			}
		}
	}
	return nil
}

// hideAll: an option that nobody can read may set anything. One beside a
// cookie sets attributes only.
func hideAll(f *model.Func, got map[model.Setting]values) {
	for s := model.NoSetting + 1; int(s) < model.NumSettings; s++ {
		if f.Role != model.StoreNew && (s == model.Name || s == model.Value) {
			continue
		}
		got[s] = unknownValue("an option", 0, 0)
	}
}
