package webhandlers

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// isRemoteCall: a method of a service, func(ctx, *XRequest) (*Y, error), or with a
// payload and nothing but an error.
func isRemoteCall(fn *ssa.Function) bool {
	sig := fn.Signature
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
func isServiceMethod(fn *ssa.Function) bool {
	sig := fn.Signature
	n := sig.Results().Len()
	return sig.Recv() != nil && fn.Object() != nil && fn.Object().Exported() && sig.Params().Len() > 0 && n > 0 &&
		sig.Params().At(0).Type().String() == "context.Context" && isError(sig.Results().At(n-1).Type())
}

// isServed reports whether a method is one that generated code calls for a
// request: that of an interface which the code of gRPC, connect or goa takes to
// make a server of. What its messages are called does not matter.
func (e *engine) isServed(fn *ssa.Function) bool {
	if !isServiceMethod(fn) {
		return false
	}
	recv := fn.Signature.Recv().Type()
	return slices.ContainsFunc(e.services, func(service *types.Interface) bool {
		method, _, _ := types.LookupFieldOrMethod(service, false, fn.Object().Pkg(), fn.Name())
		return method != nil && implements(recv, service)
	})
}

func implements(t types.Type, iface *types.Interface) bool {
	if _, ok := t.Underlying().(*types.Pointer); !ok {
		t = types.NewPointer(t)
	}
	return types.Implements(t, iface)
}

// The packages whose types generated code uses, and how it calls what makes a
// server.
var generators = []struct{ path, prefix, suffix string }{
	{"google.golang.org/grpc", "Register", "Server"}, // protoc-gen-go-grpc
	{"connectrpc.com/connect", "New", "Handler"},     // protoc-gen-connect-go
	{"goa.design/goa/v3/pkg", "New", "Endpoints"},    // goa, codegen/service
}

// servicesFor returns the interfaces of services that a package can see.
func servicesFor(pkg *types.Package) []*types.Interface {
	list := servicesOf(pkg)
	for _, imported := range pkg.Imports() {
		list = append(list, servicesOf(imported)...)
	}
	return list
}

// servicesOf returns the interfaces that the functions of a generated package
// take to make a server of.
func servicesOf(pkg *types.Package) []*types.Interface {
	var list []*types.Interface
	for _, g := range generators {
		if !importsPath(pkg, g.path) {
			continue
		}
		for _, name := range pkg.Scope().Names() {
			if !strings.HasPrefix(name, g.prefix) || !strings.HasSuffix(name, g.suffix) {
				continue
			}
			fn, ok := pkg.Scope().Lookup(name).(*types.Func)
			if !ok {
				continue
			}
			for p := range fn.Signature().Params().Variables() {
				named, ok := types.Unalias(p.Type()).(*types.Named)
				if !ok || named.Obj().Pkg() != pkg {
					continue
				}
				if iface, ok := named.Underlying().(*types.Interface); ok && iface.NumMethods() > 0 {
					list = append(list, iface)
				}
			}
		}
	}
	return list
}

func importsPath(pkg *types.Package, path string) bool {
	return slices.ContainsFunc(pkg.Imports(), func(imported *types.Package) bool { return imported.Path() == path })
}
