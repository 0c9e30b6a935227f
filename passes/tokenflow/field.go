package tokenflow

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

// typedField recognises fields that are a part of the request, or a token, by
// the type they belong to.
func (e *engine) typedField(v ssa.Value) origins {
	if u, ok := v.(*ssa.UnOp); ok && u.Op == token.MUL {
		v = u.X
	}
	switch x := v.(type) {
	case *ssa.FieldAddr:
		return fieldMeans(x.X.Type(), fields.Of(x.X.Type(), x.Field).Name(), e, x.X)
	case *ssa.Field:
		return fieldMeans(x.X.Type(), fields.Of(x.X.Type(), x.Field).Name(), e, x.X)
	}
	return nil
}

func fieldMeans(t types.Type, field string, e *engine, owner ssa.Value) origins {
	pkg, name := named(t)
	if pkg == "net/http" && name == "Request" && outgoing(owner) {
		return unknown("a request that the program sends")
	}
	switch pkg + "." + name + "." + field {
	case "net/http.Request.Header":
		return origins{{Kind: Headers}}
	case "net/http.Request.URL", "net/http.Request.RequestURI":
		return origins{{Kind: URL}}
	case "net/url.URL.RawQuery":
		return e.of(owner)
	case "net/http.Request.Form":
		return origins{{Kind: Form}}
	case "net/http.Request.PostForm":
		return origins{{Kind: PostForm}}
	case "net/http.Request.Body":
		return origins{{Kind: Body}}
	case "net/http.Cookie.Value":
		return e.of(owner)
	case "net/http.Cookie.Name", "net/http.Cookie.Path", "net/http.Cookie.Domain":
		return unknown("an attribute of a cookie")
	case "golang.org/x/oauth2.Token.AccessToken", "golang.org/x/oauth2.Token.RefreshToken":
		return origins{{Kind: ThirdParty, Text: field}}
	}
	return nil
}

// outgoing reports whether a request is one that the program makes, or passes
// on as an HTTP client: what it carries is not what a client of ours sent.
func outgoing(request ssa.Value) bool {
	return isOutgoing(placeOf(request).root, 0)
}

func isOutgoing(root ssa.Value, depth int) bool {
	if x, ok := root.(*ssa.Extract); ok {
		root = x.Tuple
	}
	switch root := root.(type) {
	case *ssa.Call:
		callee := calls.Callee(root.Common())
		return callee != nil && callee.Pkg() != nil && callee.Pkg().Path() == "net/http" && strings.HasPrefix(callee.Name(), "NewRequest")
	case *ssa.Parameter:
		return root.Parent().Name() == "RoundTrip"
	case *ssa.Phi:
		return depth < 4 && slices.ContainsFunc(root.Edges, func(v ssa.Value) bool { return isOutgoing(v, depth+1) })
	}
	return false
}

// typed recognises whole requests by their type.
func (e *engine) typed(t types.Type, path string) origins {
	pkg, name := named(t)
	if pkg == "net/http" && name == "Request" && path == "" {
		return origins{{Kind: Request}}
	}
	return nil
}

// fieldContents joins what the package stores into a field of its own that a
// value is read from.
func (e *engine) fieldContents(v ssa.Value) origins {
	if u, ok := v.(*ssa.UnOp); ok {
		v = u.X
	}
	var field *types.Var
	switch v := v.(type) {
	case *ssa.FieldAddr:
		field = fields.Of(v.X.Type(), v.Field).Origin()
	case *ssa.Field:
		field = fields.Of(v.X.Type(), v.Field).Origin()
	default:
		return nil
	}
	out := e.outerContents(v)
	if field.Pkg() != e.pass.Pkg {
		return out
	}
	for _, store := range e.fieldStores(field) {
		if field.Exported() && isConst(store.Val) && !e.syntax.isPair(store.Pos()) {
			continue // a constant put over another value hides it from a printer
		}
		out = out.with(e.of(store.Val)...)
	}
	if field.Exported() && len(out) > 0 { // others may write it, too
		out = out.with(Origin{Kind: Unknown, Text: field.Name(), open: true})
	}
	return out
}

// outerContents joins what is stored as a whole into the fields that a field is
// a part of.
func (e *engine) outerContents(v ssa.Value) origins {
	var out origins
	path := ""
	for {
		switch x := v.(type) {
		case *ssa.UnOp:
			v = x.X
			continue
		case *ssa.FieldAddr:
			out = out.with(e.outerStores(fields.Of(x.X.Type(), x.Field).Origin(), path)...)
			path, v = fields.Join(fields.Of(x.X.Type(), x.Field).Name(), path), x.X
			continue
		case *ssa.Field:
			out = out.with(e.outerStores(fields.Of(x.X.Type(), x.Field).Origin(), path)...)
			path, v = fields.Join(fields.Of(x.X.Type(), x.Field).Name(), path), x.X
			continue
		}
		return out
	}
}

func (e *engine) outerStores(field *types.Var, path string) origins {
	if path == "" || field.Pkg() != e.pass.Pkg {
		return nil
	}
	var out origins
	for _, store := range e.fieldStores(field) {
		out = out.with(e.inside(store.Val, path)...)
	}
	return out
}

func (e *engine) fieldStores(field *types.Var) []*ssa.Store {
	if e.fields == nil {
		e.fields = map[*types.Var][]*ssa.Store{}
		e.instructions(func(instr ssa.Instruction) {
			if store, ok := instr.(*ssa.Store); ok {
				if addr, ok := store.Addr.(*ssa.FieldAddr); ok {
					f := fields.Of(addr.X.Type(), addr.Field).Origin()
					e.fields[f] = append(e.fields[f], store)
				}
			}
		})
	}
	return e.fields[field]
}
