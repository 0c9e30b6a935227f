package tokenflow

import (
	"go/types"

	"github.com/sessionlint/sessionlint/passes/calls"
)

// printsItself reports whether a struct has a method by which fmt, a logger or
// an encoder gets at its content, and so decides what of it is shown: redacted,
// shortened or not at all. The structs of the standard library hide nothing.
func printsItself(t types.Type) bool {
	elem := t
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		elem = p.Elem()
	}
	n, ok := types.Unalias(elem).(*types.Named)
	if !ok || n.Obj().Pkg() == nil || calls.IsStd(n.Obj().Pkg().Path()) {
		return false
	}
	if _, ok := n.Underlying().(*types.Struct); !ok {
		return false
	}
	methods := types.NewMethodSet(t)
	for _, name := range []string{
		"String", "GoString", "Format", "Error", "MarshalText", "MarshalJSON", // fmt, encoding
		"LogValue", "MarshalLogObject", "MarshalLogArray", "MarshalZerologObject", "MarshalZerologArray", "MarshalLog", // slog, zap, zerolog, logr
	} {
		if methods.Lookup(nil, name) != nil {
			return true
		}
	}
	return false
}
