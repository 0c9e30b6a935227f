package settings

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
)

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
