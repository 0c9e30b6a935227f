package routes

import (
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

// A group is what a router adds to the routes registered with it.
type group struct {
	path   string
	method string
	chain  []Ref
	open   bool // where it hangs is not known
}

// routes returns the routes that one call registers.
func (g *registry) routes(call ssa.CallInstruction) []*Route {
	common := call.Common()
	f := g.life(calls.Callee(common))
	g.at = call
	base := group{}
	var router any
	if calls.HasReceiver(common) {
		router = identity(calls.Operands(common)[0])
		base = g.group(calls.Operands(common)[0], 8)
	} else {
		base.chain = g.usedOn("")
	}
	method, path, named := g.methodAndPath(f, common)
	if method == "" {
		method = base.method
	}
	handlers := g.refs(f, call, model.ArgHandler)
	if len(handlers) == 0 {
		return nil
	}
	chain := append(append([]Ref(nil), base.chain...), g.refs(f, call, model.ArgMiddleware)...)
	chain = append(chain, handlers[:len(handlers)-1]...)
	route := &Route{
		Method: method, Path: join(base.path, path), Unnamed: !named, Open: base.open,
		Handler: handlers[len(handlers)-1], Middleware: chain, Call: g.node(call), pos: call.Pos(), router: router,
		Relayed: g.relayed(call),
	}
	if v, ok := call.(*ssa.Call); ok {
		g.later(route, v)
	}
	if service := mounts(slot(f, common, model.ArgPath)); service != nil {
		g.mounted[service] = route
		return nil
	}
	return []*Route{route}
}

// relayed reports whether a call registers what the function around it was
// given.
func (g *registry) relayed(call ssa.CallInstruction) bool {
	obj, ok := call.Parent().Object().(*types.Func)
	return ok && g.registers[obj] != nil && g.registers[obj].Role == model.RouteAdd
}

// later adds what the calls behind say: r.HandleFunc(…).Methods("POST").
func (g *registry) later(route *Route, v *ssa.Call) {
	for range 6 {
		var next *ssa.Call
		for _, ref := range calls.Uses(v) {
			call, ok := ref.(*ssa.Call)
			if !ok || len(call.Call.Args) == 0 || call.Call.Args[0] != ssa.Value(v) {
				continue
			}
			if f := g.index.Life(calls.Callee(call.Common())); f != nil && f.Role == model.RouteGroup {
				if m := verbs(f, call.Common()); m != "" {
					route.Method = m
				}
				next = call
			}
		}
		if next == nil {
			return
		}
		v = next
	}
}

// methodAndPath returns what a registration says itself.
func (g *registry) methodAndPath(f *model.Func, common *ssa.CallCommon) (method, path string, named bool) {
	named = true
	if p := slot(f, common, model.ArgPath); p != nil {
		path, named = pathText(p)
	}
	switch m := slot(f, common, model.ArgMethod); {
	case m != nil:
		method = strings.ToUpper(constText(m))
	case verbs(f, common) != "":
		method = verbs(f, common)
	default:
		method = verbOf(f)
	}
	if before, rest, ok := strings.Cut(path, " "); ok && verb(before) != "" { // net/http since go1.22
		method, path = before, strings.TrimSpace(rest)
	}
	return method, path, named
}

// pathText returns a path as far as it is known, and whether that is all of it.
func pathText(v ssa.Value) (path string, whole bool) {
	switch v := v.(type) {
	case *ssa.Const:
		return constText(v), true
	case *ssa.BinOp:
		left, known := pathText(v.X)
		if !known {
			return left, false
		}
		right, known := pathText(v.Y)
		return left + right, known
	case *ssa.Call:
		if callee := calls.Callee(v.Common()); callee == nil || callee.FullName() != "path.Join" {
			return "", false
		}
		for _, elem := range calls.Elements(v.Common().Args[0]) {
			part, known := pathText(elem)
			if path = join(path, part); !known {
				return path, false
			}
		}
		return path, true
	}
	return constText(v), false
}

// verbs returns the only method that a slice of them holds.
func verbs(f *model.Func, common *ssa.CallCommon) string {
	if v := slot(f, common, model.ArgVerbs); v != nil {
		return strings.ToUpper(constText(v))
	}
	return ""
}

// group returns what a router stands for.
func (g *registry) group(v ssa.Value, depth int) group {
	if depth == 0 {
		return group{open: true}
	}
	switch x := v.(type) {
	case *ssa.Call:
		return g.called(x, depth)
	case *ssa.Parameter:
		return g.parameter(x, depth)
	case *ssa.FieldAddr: // gin.Engine embeds its RouterGroup
		if fields.Of(x.X.Type(), x.Field).Embedded() {
			return g.group(x.X, depth-1)
		}
	case *ssa.UnOp: // hertz embeds a pointer to it
		if field, ok := x.X.(*ssa.FieldAddr); ok && fields.Of(field.X.Type(), field.Field).Embedded() {
			return g.group(field.X, depth-1)
		}
	}
	if next := g.through(v); next != nil {
		base := g.group(next, depth-1)
		return base
	}
	return group{chain: g.usedOn(identity(v)), open: true}
}

// called returns what a call returns: a group below another, a router behind
// more middleware, the router itself, or a new one.
func (g *registry) called(call *ssa.Call, depth int) group {
	common := call.Common()
	f := g.life(calls.Callee(common))
	if f == nil {
		return group{chain: g.usedOn(call), open: calls.Body(g.pkg, common) != nil}
	}
	var base group
	if calls.HasReceiver(common) {
		at := g.at
		g.at = call // what is used on a router later is not passed on to the group
		base = g.group(calls.Operands(common)[0], depth-1)
		g.at = at
	}
	base.chain = append(append([]Ref(nil), base.chain...), g.refs(f, call, model.ArgMiddleware)...)
	switch f.Role {
	case model.RouteGroup:
		if p := slot(f, common, model.ArgPath); p != nil {
			base.path = join(base.path, constText(p))
		}
		if m := verbs(f, common); m != "" {
			base.method = m
		} else if m := verbOf(f); m != "" {
			base.method = m
		}
	case model.RouteWith:
		base.chain = append(base.chain, g.refs(f, call, model.ArgHandler)...)
	case model.RouteUse, model.RouteAdd:
		return base
	}
	base.chain = append(base.chain, g.usedOn(call)...)
	return base
}

// parameter returns what a router that was handed in stands for: the group
// that the literal builds, or that of the only caller.
func (g *registry) parameter(p *ssa.Parameter, depth int) group {
	own := g.usedOn(p)
	if call := g.builder(p.Parent()); call != nil {
		base := g.called(call, depth-1)
		base.chain = append(base.chain, own...)
		return base
	}
	callers := g.callersOf(p.Parent())
	if len(callers) != 1 {
		return group{chain: own, open: true}
	}
	for i, param := range p.Parent().Params {
		if args := calls.Operands(callers[0].Common()); param == p && i < len(args) {
			base := g.group(args[i], depth-1)
			base.chain = append(append([]Ref(nil), base.chain...), own...)
			return base
		}
	}
	return group{chain: own, open: true}
}

// builder returns the call that a function is handed to, to register in the
// group that the call makes.
func (g *registry) builder(fn *ssa.Function) *ssa.Call {
	for _, ref := range literalUses(fn) {
		call, ok := ref.(*ssa.Call)
		if !ok {
			continue
		}
		if f := g.index.Life(calls.Callee(call.Common())); f != nil && f.Role == model.RouteGroup && slot(f, call.Common(), model.ArgBuild) != nil {
			return call
		}
	}
	return nil
}

// usedOn returns the middleware that was added to a router.
func (g *registry) usedOn(router any) []Ref {
	var refs []Ref
	for _, u := range g.used[router] {
		if !u.own || g.at == nil || u.call.Parent() != g.at.Parent() || u.call.Pos() < g.at.Pos() {
			refs = append(refs, u.ref)
		}
	}
	return refs
}

// identity names a router: the call that made it, a parameter, a field or a
// variable.
func identity(v ssa.Value) any {
	for range 8 {
		switch x := v.(type) {
		case *ssa.MakeInterface:
			v = x.X
		case *ssa.ChangeInterface:
			v = x.X
		case *ssa.ChangeType:
			v = x.X
		case *ssa.UnOp:
			if x.Op != token.MUL {
				return v
			}
			if stored := onlyStore(x.X); stored != nil {
				v = stored
			} else {
				v = x.X
			}
		case *ssa.FieldAddr:
			if f := fields.Of(x.X.Type(), x.Field); !f.Embedded() {
				return f
			}
			v = x.X
		case *ssa.FreeVar:
			if b := bound(x); b != nil {
				v = b
			} else {
				return v
			}
		default:
			return v
		}
	}
	return v
}

// join puts paths together.
func join(base, path string) string {
	switch {
	case base == "" || base == "/":
		return path
	case path == "" || path == "/":
		return base
	}
	return strings.TrimSuffix(base, "/") + "/" + strings.TrimPrefix(path, "/")
}

func isText(v ssa.Value) bool {
	if m, ok := v.(*ssa.MakeInterface); ok {
		v = m.X
	}
	b, ok := v.Type().Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}
