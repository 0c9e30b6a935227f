package plainclaims

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/order"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/references"
	"github.com/sessionlint/sessionlint/passes/tokenflow"
)

// A Half is a token of two parts of which only the first one is looked up: the
// second, which makes it hard to guess, may be anything.
type Half struct {
	ast.Node        // where it is taken apart
	Name     string // of the parameter, header or cookie
	Lookup   ast.Node
}

// Halves returns the tokens of which only a part counts, in source order.
func (c *Claims) Halves() []Half { return c.halves }

// splits reports whether a package uses what takes strings apart.
func splits(pass *analysis.Pass) bool {
	return slices.ContainsFunc(references.Of(pass).Funcs(), isSplit)
}

func isSplit(fn *types.Func) bool {
	return fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == "strings" && slices.Contains([]string{"Split", "SplitN", "Cut"}, fn.Name())
}

// findHalves looks at each place where a string is taken apart.
func (r *reader) findHalves() []Half {
	var out []Half
	for _, fn := range r.funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if call, ok := instr.(*ssa.Call); ok && isSplit(calls.Callee(call.Common())) {
					if h, ok := r.half(call); ok {
						out = append(out, h)
					}
				}
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Half) int { return order.Places(r.pass.Fset, a.Pos(), b.Pos()) })
	return out
}

// half judges one string that is taken apart.
func (r *reader) half(call *ssa.Call) (Half, bool) {
	expr := r.exprs[call.Pos()]
	whole, separator := call.Call.Args[0], call.Call.Args[1]
	if text, ok := constText(separator); expr == nil || !ok || text == "" || strings.TrimSpace(text) == "" {
		return Half{}, false // "Bearer x"
	}
	read, name := r.credential(whole, call)
	if read == nil || readAgain(read) {
		return Half{}, false
	}
	first := firstOf(call)
	if first == nil {
		return Half{}, false
	}
	lookup := identifiedBy(first, 0)
	if lookup == nil {
		return Half{}, false
	}
	return Half{Node: expr, Name: name, Lookup: r.node(lookup)}, true
}

// credential returns the call that asks the request for a credential of which
// a value is the whole, and names it. Nothing else may be done with it.
func (r *reader) credential(v ssa.Value, by *ssa.Call) (*ssa.Call, string) {
	if !only(v, by) {
		return nil, ""
	}
	if x, ok := v.(*ssa.Extract); ok && x.Index == 0 {
		v = x.Tuple
	}
	call, ok := v.(*ssa.Call)
	if !ok {
		return nil, ""
	}
	callee := calls.Callee(call.Common())
	if callee != nil && (callee.FullName() == "strings.TrimPrefix" || callee.FullName() == "strings.TrimSpace") {
		return r.credential(call.Call.Args[0], call)
	}
	f := r.index.Func(callee)
	if f == nil || !asks(f) {
		return nil, ""
	}
	for _, o := range r.flows.OriginsOf(value(call)) {
		switch o.Kind {
		case tokenflow.Query, tokenflow.Form, tokenflow.PostForm, tokenflow.Header, tokenflow.Cookie:
			if o.Text != "" && tokenflow.IsCredential(o.Text) {
				return call, o.Text
			}
		}
	}
	return nil, ""
}

// only reports whether all that is done with a string is to hand it to one
// call, and to ask whether it is empty or how it begins.
func only(whole ssa.Value, by *ssa.Call) bool {
	for _, ref := range calls.Uses(whole) {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
		case *ssa.BinOp:
			if text, ok := constText(ref.Y); !ok || text != "" {
				return false
			}
		case *ssa.Call:
			if b, isBuiltin := ref.Call.Value.(*ssa.Builtin); isBuiltin && b.Name() == "len" || ref == by {
				continue
			}
			if callee := calls.Callee(ref.Common()); callee == nil || callee.FullName() != "strings.HasPrefix" {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// readAgain reports whether the function asks the request for the same thing
// in another place.
func readAgain(call *ssa.Call) bool {
	n := 0
	var count func(fn *ssa.Function)
	count = func(fn *ssa.Function) {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if other, ok := instr.(*ssa.Call); ok && calls.Callee(other.Common()) == calls.Callee(call.Common()) {
					n++
				}
			}
		}
		for _, literal := range fn.AnonFuncs {
			count(literal)
		}
	}
	count(calls.Outermost(call.Parent()))
	return n > 1
}
