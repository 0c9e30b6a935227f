package webhandlers

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// announces reports whether a call runs one of the functions that others put into a
// list or table, for a request: what those do is theirs, and not known here.
func announces(call *ssa.CallCommon) bool {
	if call.IsInvoke() || call.StaticCallee() != nil || !isElement(call.Value) {
		return false
	}
	return slices.ContainsFunc(call.Args, func(arg ssa.Value) bool {
		switch types.TypeString(arg.Type(), nil) {
		case "context.Context", "*net/http.Request":
			return true
		}
		return false
	})
}

// isElement reports whether a function is read from a slice or map.
func isElement(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.UnOp:
		_, ok := v.X.(*ssa.IndexAddr)
		return ok
	case *ssa.Extract: // of a range over a map, or of a look-up that says whether there is one
		switch t := v.Tuple.(type) {
		case *ssa.Next:
			return !t.IsString
		case *ssa.Lookup:
			return true
		}
	case *ssa.Lookup:
		_, ok := v.X.Type().Underlying().(*types.Map)
		return ok
	}
	return false
}
