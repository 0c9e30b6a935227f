package sharing

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/fields"
	"github.com/sessionlint/sessionlint/passes/routes"
)

// shared names an address that all requests to a handler share, and says what
// kind of place it is; place is "" for others. read reports whether the
// package reads it somewhere.
func (e *engine) shared(addr ssa.Value, h *routes.Handler) (name, place string, read bool) {
	var field *types.Var
	for range 6 {
		switch x := addr.(type) {
		case *ssa.Global:
			if field != nil {
				return field.Name(), "package variable", e.reads(func(v ssa.Value) bool { return isField(v, field) })
			}
			return x.Name(), "package variable", e.reads(func(v ssa.Value) bool { return v == ssa.Value(x) })
		case *ssa.FreeVar:
			return e.captured(x, field, h)
		case *ssa.FieldAddr:
			if field == nil {
				field = fields.Of(x.X.Type(), x.Field)
			}
			addr = x.X
		case *ssa.UnOp:
			if x.Op != token.MUL {
				return "", "", false
			}
			addr = x.X
		case *ssa.Parameter:
			if field == nil || !e.isSharedReceiver(x, h) {
				return "", "", false
			}
			return field.Name(), "field", e.reads(func(v ssa.Value) bool { return isField(v, field) })
		default:
			return "", "", false
		}
	}
	return "", "", false
}

// captured: a variable of the function that makes the handler; one of another
// handler lives as long as its request.
func (e *engine) captured(v *ssa.FreeVar, field *types.Var, h *routes.Handler) (name, place string, read bool) {
	for fn := h.Fn.Parent(); fn != nil; fn = fn.Parent() {
		if e.routes.HandlerOf(fn) != nil {
			return "", "", false
		}
	}
	if h.Fn.Parent() == nil || waits(h.Fn.Parent()) || waits(h.Fn) {
		return "", "", false
	}
	if field != nil {
		return field.Name(), "captured variable", e.reads(func(v ssa.Value) bool { return isField(v, field) })
	}
	if p, ok := v.Type().Underlying().(*types.Pointer); !ok || types.IsInterface(p.Elem()) && e.isHandlerLike(p.Elem()) {
		return "", "", false
	}
	name = v.Name()
	return name, "captured variable", true
}

// waits reports whether a function sends to, closes or waits for a channel: a
// program that starts a server for the one request that it waits for.
func waits(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case *ssa.Select, *ssa.Send:
				return true
			case *ssa.UnOp:
				if instr.Op == token.ARROW {
					return true
				}
			case *ssa.Call:
				if builtin, ok := instr.Call.Value.(*ssa.Builtin); ok && builtin.Name() == "close" {
					return true
				}
			}
		}
	}
	return false
}

func (e *engine) isHandlerLike(t types.Type) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, false, nil, "ServeHTTP")
	return obj != nil
}

// isSharedReceiver reports whether a parameter is the receiver of a handler
// that was registered, or serves http itself, and that no request has its own
// of: it holds no request, no answer and no context.
func (e *engine) isSharedReceiver(p *ssa.Parameter, h *routes.Handler) bool {
	fn := h.Fn
	if fn.Signature.Recv() == nil || len(fn.Params) == 0 || fn.Params[0] != p || fn.Signature.Params().Len() == 0 {
		return false
	}
	if h.Proof != routes.Registered {
		return false
	}
	ptr, ok := p.Type().Underlying().(*types.Pointer)
	if !ok {
		return false
	}
	s, ok := ptr.Elem().Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range s.Fields() {
		if e.index.Carrier(f.Type()) != nil {
			return false
		}
	}
	return true
}

func isField(v ssa.Value, f *types.Var) bool {
	addr, ok := v.(*ssa.FieldAddr)
	return ok && fields.Of(addr.X.Type(), addr.Field) == f
}

// reads reports whether anything but a store uses an address.
func (e *engine) reads(is func(ssa.Value) bool) bool {
	var operands []*ssa.Value
	for _, fn := range e.funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if _, store := instr.(*ssa.Store); store {
					continue
				}
				operands = instr.Operands(operands[:0])
				for _, op := range operands {
					if *op != nil && is(*op) {
						return true
					}
				}
			}
		}
	}
	return false
}
