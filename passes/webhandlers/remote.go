package webhandlers

import (
	"go/types"
	"slices"
)

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

// setsOwn reports whether a method sets a property of what it belongs to: it
// takes a text and nothing else, so whose password it is, its receiver says. A
// client of a mail server has one that logs nobody in here.
func setsOwn(fn *types.Func) bool {
	sig := fn.Signature()
	return sig.Recv() != nil && sig.Params().Len() == 1 && isText(sig.Params().At(0).Type()) && !nameOf(typeName(sig.Recv().Type())).isAccount()
}

// isAtServer reports whether a record says how to log in at a server: beside
// its password is where that is. It is the program that does so, nobody logs in
// here by it.
func isAtServer(t types.Type) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	return ok && slices.ContainsFunc(slices.Collect(s.Fields()), func(f *types.Var) bool {
		n := nameOf(f.Name())
		return isText(f.Type()) && (n.has("host hostname dsn") || slices.Contains([]string{"server", "url", "uri", "endpoint", "binddn"}, n.joined()))
	})
}
