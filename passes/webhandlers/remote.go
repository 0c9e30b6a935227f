package webhandlers

import "go/types"

// isRemote reports whether a function is a call to another program, as
// generated clients of gRPC are: what it does to accounts happens there, and
// so does what follows from it.
func isRemote(fn *types.Func) bool {
	sig := fn.Signature()
	if !sig.Variadic() {
		return false
	}
	last, ok := sig.Params().At(sig.Params().Len() - 1).Type().(*types.Slice)
	return ok && typeName(last.Elem()) == "CallOption"
}
