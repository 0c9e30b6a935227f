package webhandlers

import (
	"go/types"
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/passes/routes"
)

// isRemoteCall: a method of a service, func(ctx, *XRequest) (*Y, error), or with a
// payload and nothing but an error.
func isRemoteCall(fn *types.Func) bool {
	sig := fn.Signature()
	results := sig.Results().Len()
	if !isServiceMethod(fn) || sig.Params().Len() != 2 || results != 1 && results != 2 {
		return false
	}
	in := sig.Params().At(1).Type().String()
	if strings.HasSuffix(in, "Payload") {
		return true
	}
	if results == 1 {
		return false
	}
	return strings.HasSuffix(in, "Request") || strings.HasSuffix(in, "Req") || strings.Contains(in, "connect.Request[") || strings.HasSuffix(in, "Input")
}

// isServiceMethod: an exported method that is given a context first and returns
// an error last.
func isServiceMethod(fn *types.Func) bool {
	sig := fn.Signature()
	n := sig.Results().Len()
	return sig.Recv() != nil && fn.Exported() && sig.Params().Len() > 0 && n > 0 &&
		sig.Params().At(0).Type().String() == "context.Context" && isError(sig.Results().At(n-1).Type())
}

// isServed reports whether a method is one that generated code calls for a
// request: that of an interface which the code of gRPC, connect or goa takes to
// make a server of. What its messages are called does not matter.
func (e *engine) isServed(fn *types.Func) bool {
	if !isServiceMethod(fn) {
		return false
	}
	recv := fn.Signature().Recv().Type()
	return slices.ContainsFunc(e.services, func(service *types.Interface) bool {
		method, _, _ := types.LookupFieldOrMethod(service, false, fn.Pkg(), fn.Name())
		return method != nil && implements(recv, service)
	})
}

func implements(t types.Type, iface *types.Interface) bool {
	if _, ok := t.Underlying().(*types.Pointer); !ok {
		t = types.NewPointer(t)
	}
	return types.Implements(t, iface)
}

// servicesFor returns the interfaces of services that a package can see.
func servicesFor(pkg *types.Package) []*types.Interface {
	var list []*types.Interface
	for _, p := range append([]*types.Package{pkg}, pkg.Imports()...) {
		for _, s := range routes.ServicesOf(p) {
			list = append(list, s.Interface())
		}
	}
	return list
}
