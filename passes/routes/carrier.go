package routes

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/fields"
)

// isResponse reports whether a writer is the answer to a request: an
// http.ResponseWriter or what implements it, or an encoder that writes there.
func (e *engine) isResponse(v ssa.Value) bool {
	for range 8 {
		if c := e.index.Carrier(v.Type()); c != nil && c.Response || isResponseWriter(v.Type()) {
			return true
		}
		switch x := v.(type) {
		case *ssa.MakeInterface:
			v = x.X
		case *ssa.ChangeInterface:
			v = x.X
		case *ssa.Call: // json.NewEncoder(w)
			if len(x.Call.Args) == 0 || x.Call.StaticCallee() == nil || x.Call.Signature().Recv() != nil {
				return false
			}
			v = x.Call.Args[0]
		default:
			return false
		}
	}
	return false
}

// isResponseWriter reports whether a type has the methods of one.
func isResponseWriter(t types.Type) bool {
	if _, basic := t.Underlying().(*types.Basic); basic {
		return false
	}
	set := types.NewMethodSet(t)
	return set.Lookup(nil, "WriteHeader") != nil && set.Lookup(nil, "Header") != nil && set.Lookup(nil, "Write") != nil
}

// handlerParams reports whether parameters are those of a handler: requests
// and answers and nothing else, with at least one answer.
func (e *engine) handlerParams(sig *types.Signature) bool {
	answers := false
	for v := range sig.Params().Variables() {
		c := e.carrier(v.Type())
		if c == nil && !isContext(v.Type()) {
			return false
		}
		answers = answers || c != nil && c.Response
	}
	return answers
}

// carrier returns what is known of a type as a carrier of requests: a modelled
// type, or a type that embeds one.
func (e *engine) carrier(t types.Type) *model.Carrier {
	if c := e.index.Carrier(t); c != nil {
		return c
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	switch u := t.Underlying().(type) {
	case *types.Struct:
		for f := range u.Fields() {
			if c := e.index.Carrier(f.Type()); c != nil && f.Embedded() {
				return c
			}
		}
	case *types.Interface:
		for i := range u.NumEmbeddeds() {
			if c := e.index.Carrier(u.EmbeddedType(i)); c != nil {
				return c
			}
		}
	}
	return nil
}

// holdsRequest reports whether a type of the program carries a request and its
// answer in fields, itself or in structs among them.
func (e *engine) holdsRequest(t types.Type) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	request, answer := e.holds(t, 2)
	return request && answer
}

func (e *engine) holds(t types.Type, depth int) (request, answer bool) {
	s, ok := t.Underlying().(*types.Struct)
	if !ok || depth == 0 {
		return false, false
	}
	for f := range s.Fields() {
		if c := e.index.Carrier(f.Type()); c != nil {
			request, answer = request || c.Request, answer || c.Response
			continue
		}
		r, a := e.holds(f.Type(), depth-1)
		request, answer = request || r, answer || a
	}
	return request, answer
}

func isContext(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Name() == "Context" && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "context"
}

// nameOf returns the name that a value has in the source, or "".
func nameOf(v ssa.Value) string {
	switch v := v.(type) {
	case *ssa.UnOp:
		return nameOf(v.X)
	case *ssa.FieldAddr:
		return fields.Of(v.X.Type(), v.Field).Name()
	case *ssa.Field:
		return fields.Of(v.X.Type(), v.Field).Name()
	case *ssa.Parameter, *ssa.FreeVar, *ssa.Global:
		return v.Name()
	case *ssa.Alloc:
		return v.Comment
	}
	return ""
}
