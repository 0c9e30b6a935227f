package saves

import (
	"fmt"
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// identity names the session that a value is, the same for all values that
// are the same session, or returns "": a session counts if it was opened in
// the same function.
func (e *engine) identity(v ssa.Value) string {
	for range 8 {
		switch x := v.(type) {
		case *ssa.Extract:
			if x.Index != 0 {
				return ""
			}
			v = x.Tuple
		case *ssa.Call:
			return e.opened(x)
		case *ssa.MakeInterface:
			v = x.X
		case *ssa.ChangeInterface:
			v = x.X
		case *ssa.TypeAssert:
			v = x.X
		case *ssa.UnOp:
			stored := onlyStore(x)
			if stored == nil {
				return ""
			}
			v = stored
		default:
			return ""
		}
	}
	return ""
}

// opened names the session that a call opens: one that the request holds, by
// its name.
func (e *engine) opened(call *ssa.Call) string {
	f := e.life(call)
	if f == nil {
		return e.wrapped(call)
	}
	if f.Role != model.SessionOpen && f.Role != model.SessionNew {
		return ""
	}
	name := ""
	for _, arg := range call.Call.Args {
		if k, ok := arg.(*ssa.Const); ok && k.Value != nil && k.Value.Kind() == constant.String {
			name += " " + constant.StringVal(k.Value)
		} else if basic(arg) {
			name += fmt.Sprintf(" %p", arg)
		}
	}
	return "session" + name
}

// wrapped: a function of the package that opens a session and returns it.
func (e *engine) wrapped(call *ssa.Call) string {
	if body := calls.Body(e.pkg, call.Common()); body != nil && e.opens(body, 3) {
		return "session of " + body.Name()
	}
	return ""
}

// opens reports whether a function returns a session that it, or a function it
// calls, opens.
func (e *engine) opens(fn *ssa.Function, depth int) bool {
	for _, b := range fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok || len(ret.Results) == 0 {
			continue
		}
		v := ret.Results[0]
		if x, ok := v.(*ssa.Extract); ok && x.Index == 0 {
			v = x.Tuple
		}
		inner, ok := v.(*ssa.Call)
		if !ok {
			continue
		}
		if f := e.life(inner); f != nil && f.Role == model.SessionOpen {
			return true
		}
		if body := calls.Body(e.pkg, inner.Common()); body != nil && depth > 0 && e.opens(body, depth-1) {
			return true
		}
	}
	return false
}

func basic(v ssa.Value) bool {
	_, ok := v.Type().Underlying().(*types.Basic)
	return ok
}

// onlyStore returns what a local variable holds, if it is assigned once.
func onlyStore(load *ssa.UnOp) ssa.Value {
	alloc, ok := load.X.(*ssa.Alloc)
	if load.Op != token.MUL || !ok {
		return nil
	}
	var stored ssa.Value
	for _, ref := range calls.Uses(alloc) {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr != ssa.Value(alloc) || stored != nil {
				return nil
			}
			stored = ref.Val
		case *ssa.MakeClosure:
			return nil
		}
	}
	return stored
}
