package routes

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// A Proof says why a function counts as a handler, the best reason last.
type Proof uint8

const (
	// Shaped: beside a request and an answer it takes other things, as the
	// handlers of programs with adapters of their own do, and helpers too.
	Shaped Proof = iota
	// Exact: its parameters are those of a handler of a library.
	Exact
	// Registered for a route, or as middleware, in this package.
	Registered
)

// A Handler is a function that requests reach.
type Handler struct {
	Fn         *ssa.Function
	Carrier    *model.Carrier // of the answer
	Proof      Proof
	Middleware bool     // it runs the rest of a chain, or is registered in front of others
	Routes     []*Route // that are known to lead here

	inFront bool // registered in front of others
}

// Buffered reports whether headers can be set until the handler returns.
func (h *Handler) Buffered() bool { return h.Carrier.Buffered }

// Name returns the name of the handler, or of the function that makes it.
func (h *Handler) Name() string {
	return calls.Outermost(h.Fn).Name()
}

// findHandlers looks at the parameters of all functions.
func (r *Routes) findHandlers() {
	r.byFn = map[*ssa.Function]*Handler{}
	for _, fn := range r.engine.funcs {
		if fn.Synthetic != "" {
			continue
		}
		if c, proof := r.engine.shape(fn); c != nil {
			h := &Handler{Fn: fn, Carrier: c, Proof: proof, Middleware: r.engine.summaries[fn].May&Next != 0}
			r.handlers = append(r.handlers, h)
			r.byFn[fn] = h
		}
	}
}

// shape returns the carrier of the answer that a handler has, or nil for other
// functions.
func (e *engine) shape(fn *ssa.Function) (*model.Carrier, Proof) {
	sig := fn.Signature
	if c := e.controller(sig); c != nil {
		return c, Exact
	}
	if !fewResults(sig.Results()) {
		return nil, Shaped
	}
	var answer *model.Carrier
	request, proof := false, Exact
	for v := range sig.Params().Variables() {
		switch c := e.carrier(v.Type()); {
		case c == nil && !isContext(v.Type()) && !e.isHandler(v.Type()):
			proof = Shaped
		case c != nil:
			request = request || c.Request
			if c.Response {
				answer = c
			}
		}
	}
	if !request {
		return nil, Shaped
	}
	return answer, proof
}

// fewResults: handlers return nothing, or an error, or a status and an error.
func fewResults(results *types.Tuple) bool {
	switch results.Len() {
	case 0:
		return true
	case 1:
		return isError(results.At(0).Type()) || isInt(results.At(0).Type())
	case 2:
		return isError(results.At(1).Type())
	}
	return false
}

func isError(t types.Type) bool { return types.Identical(t, types.Universe.Lookup("error").Type()) }

func isInt(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}

// isHandler reports whether a type is a function with the parameters of a
// handler, or net/http's Handler.
func (e *engine) isHandler(t types.Type) bool {
	if sig, ok := t.Underlying().(*types.Signature); ok {
		return e.handlerParams(sig)
	}
	if _, ok := t.Underlying().(*types.Interface); !ok {
		return false
	}
	obj, _, _ := types.LookupFieldOrMethod(t, false, nil, "ServeHTTP")
	fn, ok := obj.(*types.Func)
	return ok && e.handlerParams(fn.Signature())
}

// controller returns the carrier that the receiver of a method embeds, if
// requests call the method by its name: an exported one without parameters.
func (e *engine) controller(sig *types.Signature) *model.Carrier {
	if sig.Recv() == nil || sig.Params().Len() > 0 || sig.Results().Len() > 0 {
		return nil
	}
	return e.embedded(sig.Recv().Type(), 4)
}

// embedded looks for a carrier among the embedded structs of a type.
func (e *engine) embedded(t types.Type, depth int) *model.Carrier {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok || depth == 0 {
		return nil
	}
	for f := range s.Fields() {
		if !f.Embedded() {
			continue
		}
		if c := e.index.Carrier(f.Type()); c != nil {
			return c
		}
		if c := e.embedded(f.Type(), depth-1); c != nil {
			return c
		}
	}
	return nil
}
