package tokenflow

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
)

// made is the node of a result without an expression of its own: where its
// first origin comes in, else the return.
type made struct {
	s   sink
	set []Origin
}

func (m made) Pos() token.Pos {
	for _, o := range m.set {
		if o.Pos.IsValid() {
			return o.Pos
		}
	}
	return m.s.fn.Pos()
}

func (m made) End() token.Pos {
	for _, o := range m.set {
		if o.Pos.IsValid() {
			return o.End
		}
	}
	return m.s.fn.Pos()
}

var _ ast.Node = made{}

// valueOrigins returns the origins at a sink. A key may be given as the result
// of a function: then what the function returns counts.
func (e *engine) valueOrigins(s sink) []Origin {
	switch {
	case (s.place == InLog || s.place == InError || s.place == InErrorText) && e.leaksHere(calls.Outermost(s.fn)):
		here := e.of(s.value)
		set := e.calledWith(here, 0)
		if s.passed {
			here = nil // what is printed is at hand in the wrapper
		}
		return handedOver(here, set).with(e.treated(s)...)
	case s.place == InLog || s.place == InError || s.place == InErrorText:
		return e.printed(s).with(e.treated(s)...)
	case s.place == InDatabase:
		return e.calledBy(e.rawOrigins(s))
	}
	return e.rawOrigins(s)
}

// printed are the origins of what is logged. A wrapper that is given a request
// takes what it needs of it: an ID, a context.
func (e *engine) printed(s sink) origins {
	set := e.rawOrigins(s)
	if !s.passed {
		return set
	}
	return handedOver(nil, set)
}

// handedOver leaves out whole requests that are not at hand where they would be
// printed.
func handedOver(here, set origins) origins {
	if slices.ContainsFunc(here, func(o Origin) bool { return o.Kind == Request }) {
		return set
	}
	return set.each(func(o Origin) Origin {
		if o.Kind == Request {
			return Origin{Kind: Unknown, Text: "what the logger takes of a request"}
		}
		return o
	})
}

// rawOrigins leaves parameters as they are.
func (e *engine) rawOrigins(s sink) origins {
	if s.place == Made {
		return e.returned(s.fn, 0, "")
	}
	if s.path != "" {
		return e.inside(s.value, s.path)
	}
	if s.place == InKey {
		if _, ok := s.value.Type().Underlying().(*types.Signature); ok || isFunctionValue(s.value) {
			var out origins
			for _, fn := range e.functions(s.value, 0) {
				if method := e.boundMethod(fn); method != nil {
					fn = method
				}
				if fn.Pkg == e.pkg && len(fn.Blocks) > 0 {
					out = out.with(e.returned(fn, 0, "")...)
				}
			}
			return out
		}
	}
	return e.of(s.value)
}

// located says where the constants among the origins are written. A default
// that the package compares with is a mark that it knows, maybe to refuse it.
func (e *engine) located(set []Origin, fn *ssa.Function) []Origin {
	out := slices.Clone(set)
	for i, o := range out {
		if o.Kind != Fixed {
			continue
		}
		if _, err := strconv.ParseFloat(o.Text, 64); err == nil {
			out[i] = Origin{Kind: Unknown, Text: "a number"} // of another part of the same object
			continue
		}
		lit := e.syntax.literal(o.Text, fn)
		if o.Text != "" && e.syntax.tested[o.Text] {
			out[i] = Origin{Kind: Unknown, Text: "a default that is tested for"}
			continue
		}
		if lit != nil {
			out[i].Pos, out[i].End = lit.Pos(), lit.End()
		}
	}
	return out
}

func isFunctionValue(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Function, *ssa.MakeClosure:
		return true
	case *ssa.ChangeType:
		return isFunctionValue(v.X)
	}
	return false
}

// isChecked reports whether the emptiness or length of a key is tested: on the
// value itself or on the variable that holds it.
func (e *engine) isChecked(v ssa.Value) bool {
	seen := map[ssa.Value]bool{}
	var check func(v ssa.Value) bool
	check = func(v ssa.Value) bool {
		if v == nil || seen[v] {
			return false
		}
		seen[v] = true
		if refs := v.Referrers(); refs != nil {
			for _, ref := range *refs {
				if tests(ref) {
					return true
				}
			}
		}
		switch v := v.(type) {
		case *ssa.Convert:
			return check(v.X)
		case *ssa.MakeInterface:
			return check(v.X)
		case *ssa.Slice:
			return check(v.X)
		case *ssa.UnOp:
			return check(v.X) || e.loadsTested(v.X, check)
		case *ssa.Phi:
			return slices.ContainsFunc(v.Edges, check)
		case *ssa.Call:
			if fn := e.body(v.Common()); fn != nil {
				for _, ret := range returns(fn) {
					if len(ret.Results) > 0 && check(ret.Results[0]) {
						return true
					}
				}
			}
		case *ssa.Extract:
			return check(v.Tuple)
		}
		return false
	}
	return check(v)
}

// loadsTested looks at the other reads of a variable, and at what is written
// into it.
func (e *engine) loadsTested(addr ssa.Value, check func(ssa.Value) bool) bool {
	key := addressOf(addr)
	if known, ok := e.verified[key]; ok {
		return known
	}
	e.verified[key] = false // in case it depends on itself
	for _, instr := range e.usage().accesses[key] {
		found := false
		switch instr := instr.(type) {
		case *ssa.UnOp:
			found = slices.ContainsFunc(calls.Uses(instr), tests)
		case *ssa.Store:
			found = check(instr.Val)
		}
		if found {
			e.verified[key] = true
			return true
		}
	}
	return false
}

// tests reports whether an instruction asks for emptiness or length.
func tests(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.BinOp:
		return instr.Op == token.EQL || instr.Op == token.NEQ
	case *ssa.Call:
		if b, ok := instr.Common().Value.(*ssa.Builtin); ok {
			return b.Name() == "len"
		}
		callee := calls.Callee(instr.Common())
		return callee != nil && hasAny(callee.Name(), "valid", "check", "require", "assert", "must")
	}
	return false
}

func hasAny(name string, parts ...string) bool {
	name = strings.ToLower(name)
	for _, p := range parts {
		if strings.Contains(name, p) {
			return true
		}
	}
	return false
}
