package routes

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/order"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// A Route is one registration of a handler.
type Route struct {
	Method     string // "POST"; "": all, or not known
	Path       string // "/api/users/{id}", as far as it is known
	Unnamed    bool   // Path ends where something begins that is not known
	Open       bool   // only the end of the path and of the chain is known
	HandedOn   bool   // the router is given to code that may put something in front of all its routes, the login included
	Handler    Ref
	Middleware []Ref // the outermost first
	Remote     bool  // a method of a service; there is no method of HTTP
	Relayed    bool  // by a function that registers what it is given: its callers are routes, too
	Call       ast.Node
	pos        token.Pos
	router     any
}

// Pos is where the route is registered.
func (r *Route) Pos() token.Pos { return r.pos }

// End is the end of the registration.
func (r *Route) End() token.Pos {
	if r.Call != nil {
		return r.Call.End()
	}
	return r.pos
}

// register reads the routes and tells the handlers about them.
func (r *Routes) register() {
	r.findHandlers()
	reg := &registry{engine: r.engine, used: map[any][]use{}, mounted: map[ssa.CallInstruction]*Route{}}
	reg.collect()
	for _, call := range reg.adds {
		r.routes = append(r.routes, reg.routes(call)...)
	}
	r.routes = append(append(r.routes, reg.served()...), reg.mapped()...)
	slices.SortStableFunc(r.routes, func(a, b *Route) int { return order.Places(r.engine.pass.Fset, a.pos, b.pos) })
	reg.settle(r.routes)
	for _, route := range r.routes {
		if h := r.byFn[route.Handler.Fn]; h != nil {
			h.Proof = Registered
			h.Routes = append(h.Routes, route)
		}
		for _, m := range route.Middleware {
			r.inFront(m)
		}
	}
	for _, list := range reg.used {
		for _, u := range list {
			r.inFront(u.ref)
		}
	}
}

// inFront notes that a handler runs in front of others.
func (r *Routes) inFront(m Ref) {
	if h := r.byFn[m.Fn]; h != nil {
		h.Proof, h.Middleware, h.inFront = Registered, true, true
	}
}

// A registry collects what is registered in a package.
type registry struct {
	*engine
	adds []ssa.CallInstruction
	used map[any][]use       // middleware, by the router it is added to
	at   ssa.CallInstruction // the registration that is read

	mounted map[ssa.CallInstruction]*Route // by what made the handler of a service
}

type use struct {
	ref  Ref
	call ssa.CallInstruction
	own  bool // of a router of the program's own: holds for what is registered behind it
}

// collect finds the registrations, and the middleware of routers.
func (g *registry) collect() {
	for _, fn := range g.funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				call, ok := instr.(ssa.CallInstruction)
				if !ok {
					continue
				}
				f := g.life(calls.Callee(call.Common()))
				switch {
				case f == nil:
				case f.Role == model.RouteAdd:
					g.adds = append(g.adds, call)
				case f.Role == model.RouteUse:
					g.use(f, call)
				}
			}
		}
	}
}

func (g *registry) use(f *model.Func, call ssa.CallInstruction) {
	router := "" // of a package-level function
	var key any = router
	if args := calls.Operands(call.Common()); calls.HasReceiver(call.Common()) && len(args) > 0 {
		key = identity(args[0])
	}
	for _, ref := range append(g.refs(f, call, model.ArgHandler), g.refs(f, call, model.ArgMiddleware)...) {
		g.used[key] = append(g.used[key], use{ref, call, g.registers[calls.Callee(call.Common())] != nil})
	}
}

// refs returns the functions that play a slot of a call, texts left out.
func (e *engine) refs(f *model.Func, call ssa.CallInstruction, s model.Slot) []Ref {
	var refs []Ref
	for _, a := range f.Args {
		if a.Slot != s {
			continue
		}
		for i := a.Index; ; i++ {
			v := calls.Argument(call.Common(), i)
			if v == nil {
				break
			}
			for _, elem := range calls.Elements(v) {
				if _, none := elem.(*ssa.Const); !none && !isText(elem) {
					ref, around := e.resolve(elem)
					refs = append(append(refs, around...), ref)
				}
			}
			if !last(f, a) {
				break
			}
		}
	}
	return refs
}

// last reports whether a slot takes all arguments from its own on.
func last(f *model.Func, a model.Arg) bool {
	for _, o := range f.Args {
		if o.Index > a.Index {
			return false
		}
	}
	return true
}

// verbOf returns the method that a function registers for, if its name says so.
func verbOf(f *model.Func) string { return verb(f.Symbol[strings.LastIndexByte(f.Symbol, '.')+1:]) }

// verb returns the method that the name of a function says.
func verb(name string) string {
	switch name = strings.TrimPrefix(strings.ToUpper(name), "NS"); name {
	case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "CONNECT", "OPTIONS", "TRACE", "QUERY":
		return name
	}
	return ""
}
