package routes

import (
	"go/types"
	"slices"
	"strings"
)

// A Service is an interface whose methods generated code calls for requests.
type Service struct {
	Type     *types.Named
	Register *types.Func // takes an implementation, and makes a server of it
	param    int         // the implementation
}

// Interface returns what an implementation has.
func (s Service) Interface() *types.Interface { return s.Type.Underlying().(*types.Interface) }

// name is what clients call the service: AccountsServer without its suffix, or the
// package of accounts.Service.
func (s Service) name() string {
	name := s.Type.Obj().Name()
	if name == "Service" {
		return s.Type.Obj().Pkg().Name()
	}
	return strings.TrimSuffix(strings.TrimSuffix(name, "Server"), "Handler")
}

// A generator is the package whose types generated code uses, and how that calls
// what makes a server.
type generator struct{ path, prefix, suffix string }

var generators = []generator{
	{"google.golang.org/grpc", "Register", "Server"}, // protoc-gen-go-grpc
	{"connectrpc.com/connect", "New", "Handler"},     // protoc-gen-connect-go
	{"goa.design/goa/v3/pkg", "New", "Endpoints"},    // goa, codegen/service
}

// ServicesOf returns what the functions of a generated package make servers of.
func ServicesOf(pkg *types.Package) []Service {
	if !slices.ContainsFunc(generators, func(g generator) bool { return imports(pkg, g.path) }) {
		return nil
	}
	var list []Service
	for _, name := range pkg.Scope().Names() {
		if fn, ok := pkg.Scope().Lookup(name).(*types.Func); ok {
			list = append(list, registered(fn)...)
		}
	}
	return list
}

// registered returns the services that a function makes a server of.
func registered(fn *types.Func) []Service {
	if fn == nil || fn.Pkg() == nil || fn.Signature().Recv() != nil || !slices.ContainsFunc(generators, func(g generator) bool { return g.calls(fn) }) {
		return nil
	}
	var list []Service
	for i := range fn.Signature().Params().Len() {
		named, ok := types.Unalias(fn.Signature().Params().At(i).Type()).(*types.Named)
		if !ok || named.Obj().Pkg() != fn.Pkg() {
			continue
		}
		if iface, ok := named.Underlying().(*types.Interface); ok && iface.NumMethods() > 0 {
			list = append(list, Service{named, fn, i})
		}
	}
	return list
}

// calls reports whether generated code calls a function so.
func (g generator) calls(fn *types.Func) bool {
	return strings.HasPrefix(fn.Name(), g.prefix) && strings.HasSuffix(fn.Name(), g.suffix) && imports(fn.Pkg(), g.path)
}

func imports(pkg *types.Package, path string) bool {
	return slices.ContainsFunc(pkg.Imports(), func(imported *types.Package) bool { return imported.Path() == path })
}
