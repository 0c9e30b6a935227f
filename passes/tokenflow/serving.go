package tokenflow

import (
	"go/ast"
	"go/types"
)

// serving leaves out of several access logs of a package those that are put
// around handlers none of which calls a package that accepts credentials in
// URLs, if others do: a program may have more than one server.
func (e *engine) serving(logs []Lookup) []Lookup {
	if len(logs) < 2 {
		return logs
	}
	bodies := e.bodies()
	var accepting, unclear []Lookup
	for _, log := range logs {
		s := server{engine: e, bodies: bodies, seen: map[*types.Func]bool{}}
		for fn, body := range bodies {
			if body.Pos() <= log.Pos() && log.Pos() < body.End() {
				s.visit(fn)
			}
		}
		switch {
		case s.accepts:
			accepting = append(accepting, log)
		case !s.handles:
			unclear = append(unclear, log)
		}
	}
	if len(accepting) == 0 {
		return logs
	}
	return append(accepting, unclear...)
}

// bodies returns the declared functions of the package.
func (e *engine) bodies() map[*types.Func]ast.Node {
	out := map[*types.Func]ast.Node{}
	for _, file := range e.pass.Files {
		for _, decl := range file.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok {
				if obj, ok := e.pass.TypesInfo.Defs[fn.Name].(*types.Func); ok {
					out[obj] = fn
				}
			}
		}
	}
	return out
}

// A server is what a function puts together, with all that it names.
type server struct {
	*engine
	bodies  map[*types.Func]ast.Node
	seen    map[*types.Func]bool
	handles bool // a handler of requests is among it
	accepts bool // and a function of a package that accepts credentials in URLs
}

func (s *server) visit(fn *types.Func) {
	if s.seen[fn] || s.bodies[fn] == nil {
		return
	}
	s.seen[fn] = true
	ast.Inspect(s.bodies[fn], func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok {
			return true
		}
		named, ok := s.pass.TypesInfo.Uses[id].(*types.Func)
		if !ok || named.Pkg() == nil {
			return true
		}
		named = named.Origin()
		s.handles = s.handles || takesRequest(named.Signature())
		if named.Pkg() == s.pass.Pkg {
			s.visit(named)
		} else if fact := new(OwnFact); serves(named.Signature()) && s.pass.ImportPackageFact(named.Pkg(), fact) && fact.Accepts != "" {
			s.accepts = true
		}
		return true
	})
}

// serves reports whether a function handles requests, or returns what does.
func serves(sig *types.Signature) bool {
	if takesRequest(sig) || returnsHandler(sig) {
		return true
	}
	for v := range sig.Results().Variables() {
		if method, _, _ := types.LookupFieldOrMethod(v.Type(), true, nil, "ServeHTTP"); method != nil {
			return true
		}
	}
	return false
}

// takesRequest reports whether a function gets a request, as a handler does.
func takesRequest(sig *types.Signature) bool {
	for v := range sig.Params().Variables() {
		switch pkg, name := named(v.Type()); name {
		case "Request", "RequestCtx", "Ctx":
			return true
		case "Context":
			return pkg != "context"
		}
	}
	return false
}
