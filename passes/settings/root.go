package settings

import (
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

// initial returns what is at a place when its root comes to life in fn.
func (e *engine) initial(p place, sh *shape, fn *ssa.Function) state {
	switch root := p.root.(type) {
	case *ssa.Alloc:
		if root.Parent() == fn {
			nothing := values{{Kind: unset}}
			if lit := e.source.literal(root.Pos()); lit != nil {
				nothing[0].Pos, nothing[0].End = lit.Pos(), lit.End()
			}
			return uniform(sh, func(string) values { return nothing })
		}
	case *ssa.Const:
		return uniform(sh, func(string) values { return values{{Kind: unset}} })
	case *ssa.Parameter:
		return e.fromParameter(root, p.path, sh)
	case *ssa.FreeVar:
		return e.captured(root, p.path, sh)
	case *ssa.Global:
		return e.global(root, p.path, sh)
	case *ssa.Phi:
		var st state
		for i, edge := range root.Edges {
			pred := root.Block().Preds[i]
			end := pred.Instrs[len(pred.Instrs)-1]
			st = st.join(e.branch(e.inside(edge, p.path, sh, end), pred))
		}
		return st
	case *ssa.Call:
		return e.result(root, 0, p.path, sh)
	case *ssa.Extract:
		if call, ok := root.Tuple.(*ssa.Call); ok {
			return e.result(call, root.Index, p.path, sh)
		}
	}
	return e.opaque(p, sh)
}

// branch notes that values came through a block.
func (e *engine) branch(st state, b *ssa.BasicBlock) state {
	out := make(state, len(st))
	for i, vals := range st {
		out[i] = vals.each(func(a Atom) Atom {
			if a.at == nil {
				a.at = &event{b}
			}
			return a
		})
	}
	return out
}

// opaque is what is at a place nobody can see into.
func (e *engine) opaque(p place, sh *shape) state {
	why := e.describe(p)
	return uniform(sh, func(path string) values { return unknownValue(fields.Join(why, path), 0, 0) })
}

// describe names a place for a message.
func (e *engine) describe(p place) string {
	name := ""
	switch root := p.root.(type) {
	case *ssa.Parameter:
		name = root.Name()
	case *ssa.FreeVar:
		name = root.Name()
	case *ssa.Global:
		name = root.Name()
		if root.Pkg != e.pkg {
			name = root.Pkg.Pkg.Name() + "." + name
		}
	case *ssa.Call:
		name = e.callName(root) + "()"
	case *ssa.Extract:
		if call, ok := root.Tuple.(*ssa.Call); ok {
			name = e.callName(call) + "()"
		}
	case *ssa.Alloc:
		name = root.Comment
	}
	if name == "" {
		name = show(e.source.condition(p.root.Pos()))
	}
	if name == "" {
		name = "a value"
	}
	return fields.Join(name, p.path)
}

func (e *engine) callName(call *ssa.Call) string { return e.calleeName(call.Common()) }

func (e *engine) calleeName(call *ssa.CallCommon) string {
	if fn := calls.Callee(call); fn != nil {
		if recv := fn.Signature().Recv(); recv == nil && fn.Pkg() != nil && fn.Pkg() != e.pass.Pkg {
			return fn.Pkg().Name() + "." + fn.Name()
		}
		return fn.Name()
	}
	return "a function value"
}

// fromParameter: the caller decides. Where there is none, or the parameter is
// the receiver, and the place is a field of a struct of this package that the
// package itself fills, those values count.
func (e *engine) fromParameter(param *ssa.Parameter, path string, sh *shape) state {
	if path != "" && !e.hasArgument(param) {
		if st := e.stored(param.Type(), path, sh); st != nil {
			return st
		}
	}
	index := paramIndex(param)
	return uniform(sh, func(sub string) values {
		return values{{Kind: parameter, Int: int64(index), Str: fields.Join(path, sub), owner: param.Parent()}}
	})
}

// hasArgument reports whether a call in the package says what the parameter is.
func (e *engine) hasArgument(param *ssa.Parameter) bool {
	fn := param.Parent()
	isReceiver := fn.Signature.Recv() != nil && fn.Params[0] == param
	return !isReceiver && len(e.callers(fn)) > 0
}

func paramIndex(param *ssa.Parameter) int {
	for i, p := range param.Parent().Params {
		if p == param {
			return i
		}
	}
	return -1
}

func (e *engine) instructions(f func(ssa.Instruction)) {
	for _, fn := range e.funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				f(instr)
			}
		}
	}
}
