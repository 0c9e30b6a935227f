package bearer

import (
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
)

// A tracer finds where a value is made.
type tracer struct {
	*engine
	seen   map[ssa.Value]bool
	leaves []ssa.Value
	open   bool // there may be more than the leaves
}

// sources returns the values that v may be, looked at through variables,
// fields, calls of this package and parameters. It reports whether these are
// all there are.
func (e *engine) sources(v ssa.Value) (leaves []ssa.Value, complete bool) {
	t := &tracer{engine: e, seen: map[ssa.Value]bool{}}
	t.walk(v, 0)
	return t.leaves, !t.open
}

func (t *tracer) leaf(v ssa.Value) {
	if len(t.leaves) >= maxValues {
		t.open = true
		return
	}
	t.leaves = append(t.leaves, v)
}

func (t *tracer) walk(v ssa.Value, depth int) {
	if v == nil || t.seen[v] {
		return
	}
	t.seen[v] = true
	if depth > maxDepth || t.spent() {
		t.open = true
		return
	}
	switch v := v.(type) {
	case *ssa.MakeInterface:
		t.walk(v.X, depth)
	case *ssa.ChangeType:
		t.walk(v.X, depth)
	case *ssa.ChangeInterface:
		t.walk(v.X, depth)
	case *ssa.TypeAssert:
		t.walk(v.X, depth)
	case *ssa.Phi:
		for _, edge := range v.Edges {
			t.walk(edge, depth+1)
		}
	case *ssa.Extract:
		t.extract(v, depth)
	case *ssa.Call:
		if !t.returned(v, 0, depth) {
			t.leaf(v)
		}
	case *ssa.UnOp:
		t.load(v, depth)
	case *ssa.Parameter:
		t.parameter(v, depth)
	case *ssa.FreeVar:
		t.bound(v, depth)
	default:
		t.leaf(v)
	}
}

func (t *tracer) extract(v *ssa.Extract, depth int) {
	switch tuple := v.Tuple.(type) {
	case *ssa.Call:
		if t.returned(tuple, v.Index, depth) {
			return
		}
	case *ssa.TypeAssert:
		if v.Index == 0 {
			t.walk(tuple.X, depth)
			return
		}
	}
	t.leaf(v)
}

// returned walks what a function of the package returns.
func (t *tracer) returned(call *ssa.Call, i, depth int) bool {
	fn := calls.Body(t.pkg, call.Common())
	if fn == nil {
		return false
	}
	for _, b := range fn.Blocks {
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok && i < len(ret.Results) {
			t.walk(ret.Results[i], depth+1)
		}
	}
	return true
}
