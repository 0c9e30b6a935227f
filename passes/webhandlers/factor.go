package webhandlers

import (
	"go/constant"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
)

// withdraws: a call, by its name, sets a second factor to nothing, or switches
// it off: SetTwoFA(id, ""), SetTOTPEnabled(id, false).
func withdraws(callee *types.Func, call *ssa.CallCommon) Effect {
	n := nameOf(callee.Name())
	if !n.isFactor() || !n.starts("set update save store put") || calls.IsStd(pathOf(callee)) || isRemote(callee) || setsOwn(callee) {
		return 0
	}
	args := calls.Operands(call)
	if calls.HasReceiver(call) {
		args = args[1:]
	}
	if !slices.ContainsFunc(args, func(v ssa.Value) bool {
		c, ok := v.(*ssa.Const)
		if !ok || c.Value == nil {
			return false
		}
		return c.Value.Kind() == constant.String && constant.StringVal(c.Value) == "" ||
			c.Value.Kind() == constant.Bool && !constant.BoolVal(c.Value) && n.has("enabled enable active required")
	}) {
		return 0
	}
	return ChangesFactor | DropsFactor
}
