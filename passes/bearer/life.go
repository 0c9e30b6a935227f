package bearer

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// A Life is how long a token lives, from the moment at which it is made.
type Life struct {
	Known bool
	D     time.Duration
	Zero  bool          // the zero value, which stands for no end
	At    evidence.Step // where that is written
	Param int           // of a fact: the duration, or the moment, is this parameter
	For   Kind          // what is asked for where it is handed in, if that is said there
	Fresh bool          // it counts from now, however long it is
	Given bool          // it is handed in: other calls may hand in other lifetimes
	param bool
}

// A clock works out moments and durations.
type clock struct {
	*engine
	busy   map[ssa.Value]bool
	inside map[*ssa.Function]bool // calls that are being read: their parameters are arguments
}

// lives returns how far from now a moment may lie.
func (e *engine) lives(v ssa.Value) []Life {
	if isDuration(v.Type()) {
		return e.spans(v, evidence.Step{})
	}
	return (&clock{e, map[ssa.Value]bool{}, map[*ssa.Function]bool{}}).moment(v, evidence.Step{}, 0)
}

// spans returns how long a duration may be.
func (e *engine) spans(v ssa.Value, at evidence.Step) []Life {
	return (&clock{e, map[ssa.Value]bool{}, map[*ssa.Function]bool{}}).duration(v, at, 0)
}

// merge joins what a moment may be, each once. Past the bound the rest is not
// known.
func merge(a, b []Life) []Life {
	for _, l := range b {
		if len(a) > maxValues {
			return a
		}
		if len(a) == maxValues {
			l = Life{At: l.At}
		}
		if !slices.Contains(a, l) {
			a = append(a, l)
		}
	}
	return a
}

func unknownLife(at evidence.Step) []Life { return []Life{{At: at}} }

// enter guards against cycles and too much work.
func (c *clock) enter(v ssa.Value, depth int) bool {
	if v == nil || depth > maxDepth || c.busy[v] || c.spent() {
		return false
	}
	c.busy[v] = true
	return true
}

func (c *clock) moment(v ssa.Value, at evidence.Step, depth int) []Life {
	if !c.enter(v, depth) {
		return unknownLife(at)
	}
	defer delete(c.busy, v)
	switch v := v.(type) {
	case *ssa.Const:
		if v.Value == nil || v.Value.Kind() == constant.Int && constant.Sign(v.Value) == 0 {
			return []Life{{Known: true, Zero: true, At: at}}
		}
	case *ssa.Call:
		return c.momentOf(v, at, depth)
	case *ssa.BinOp:
		if v.Op == token.ADD {
			return sum(c.moment(v.X, at, depth+1), c.seconds(v.Y, c.operand(v, at), depth+1))
		}
	case *ssa.Alloc:
		return c.inStruct(v, at, depth)
	}
	return c.through(v, at, depth, c.moment)
}

// operand returns the right operand of a sum, as it is written.
func (c *clock) operand(v *ssa.BinOp, at evidence.Step) evidence.Step {
	c.syntax.build()
	if expr, ok := c.syntax.conds[v.Pos()].(*ast.BinaryExpr); ok {
		return c.declaredStep(expr.Y)
	}
	return at
}

func (e *engine) declaredStep(expr ast.Expr) evidence.Step {
	expr = e.syntax.declared(expr)
	return evidence.Step{Start: expr.Pos(), Stop: expr.End()}
}

// argStep returns argument i of a call, or where the constant that it names is
// declared.
func (e *engine) argStep(call ssa.CallInstruction, i int, otherwise evidence.Step) evidence.Step {
	expr := e.callOf(call)
	if expr == nil || i < 0 || i >= len(expr.Args) {
		return otherwise
	}
	return e.declaredStep(expr.Args[i])
}

func sum(a, b []Life) []Life {
	var out []Life
	for _, x := range a {
		for _, y := range b {
			if len(out) >= maxValues {
				return unknownLife(x.At)
			}
			l := Life{Known: x.Known && y.Known && !x.Zero, D: x.D + y.D, At: y.At, Fresh: x.Fresh, For: x.For | y.For, Given: x.Given || y.Given}
			if x.Known && y.param {
				l.param, l.Param, l.Known = true, y.Param, false
			}
			if y.D == 0 && y.Known {
				l.At = x.At
			}
			out = append(out, l)
		}
	}
	return out
}

// momentOf: what a call returns.
func (c *clock) momentOf(call *ssa.Call, at evidence.Step, depth int) []Life {
	callee := calls.Callee(call.Common())
	ops := calls.Operands(call.Common())
	if callee == nil {
		if isClock(call) {
			return []Life{{Known: true, Fresh: true, At: c.step(call)}}
		}
		return unknownLife(at)
	}
	if b := c.bearer(call); b != nil && b.Act == model.BearerDate {
		v := arg(b, call, model.ArgValue)
		if isDuration(v.Type()) {
			return c.duration(v, c.argStep(call, 0, at), depth+1)
		}
		return c.moment(v, at, depth+1)
	}
	if isNow(callee) {
		return []Life{{Known: true, Fresh: true, At: c.step(call)}}
	}
	if callee.Pkg() != nil && callee.Pkg().Path() == "time" && len(ops) > 0 {
		switch callee.Name() {
		case "Add":
			return sum(c.moment(ops[0], at, depth+1), c.duration(ops[1], c.argStep(call, 0, at), depth+1))
		case "AddDate":
			return sum(c.moment(ops[0], at, depth+1), c.date(call, ops))
		case "Unix", "UnixMilli", "UTC", "Local", "Truncate", "Round", "In", "UnixNano":
			return c.moment(ops[0], at, depth+1)
		}
		return unknownLife(at)
	}
	if fact := c.imported(callee); fact != nil && fact.Date != nil {
		return c.ofFact(fact.Date, call, at, depth)
	}
	return c.through(call, at, depth, c.moment)
}

// ofFact: another own package makes a moment of an argument.
func (c *clock) ofFact(f *DateFact, call *ssa.Call, at evidence.Step, depth int) []Life {
	ops := calls.Operands(call.Common())
	switch {
	case f.Param >= 0 && f.Param < len(ops) && isDuration(ops[f.Param].Type()):
		return c.duration(ops[f.Param], c.argStep(call, f.Param, at), depth+1)
	case f.Param >= 0 && f.Param < len(ops):
		return c.moment(ops[f.Param], at, depth+1)
	case f.Param < 0:
		return []Life{{Known: true, Fresh: true, D: f.D, At: c.step(call)}}
	}
	return unknownLife(at)
}

// isNow reports whether a function returns the current time.
func isNow(callee *types.Func) bool {
	sig := callee.Signature()
	return strings.EqualFold(callee.Name(), "now") && sig.Results().Len() == 1 && isTime(sig.Results().At(0).Type())
}

// isClock: a variable that holds such a function.
func isClock(call *ssa.Call) bool {
	sig, ok := call.Call.Value.Type().Underlying().(*types.Signature)
	return ok && sig.Params().Len() == 0 && sig.Results().Len() == 1 && isTime(sig.Results().At(0).Type())
}

func isTime(t types.Type) bool     { return types.TypeString(t, nil) == "time.Time" }
func isDuration(t types.Type) bool { return types.TypeString(t, nil) == "time.Duration" }

func (c *clock) date(call *ssa.Call, ops []ssa.Value) []Life {
	days := 0
	for i, each := range []int{365, 30, 1} {
		k, ok := ops[i+1].(*ssa.Const)
		if !ok || k.Value == nil {
			return unknownLife(c.step(call))
		}
		n, _ := constant.Int64Val(k.Value)
		days += int(n) * each
	}
	at := c.step(call)
	if expr := c.callOf(call); expr != nil && len(expr.Args) == 3 {
		at = evidence.Step{Start: expr.Args[0].Pos(), Stop: expr.Args[2].End()}
	}
	return []Life{{Known: true, D: time.Duration(days) * 24 * time.Hour, At: at}}
}

// inStruct: a NumericDate is a struct around a time.
func (c *clock) inStruct(cell *ssa.Alloc, at evidence.Step, depth int) []Life {
	for _, ref := range calls.Uses(cell) {
		addr, ok := ref.(*ssa.FieldAddr)
		if !ok {
			continue
		}
		for _, use := range calls.Uses(addr) {
			if store, ok := use.(*ssa.Store); ok && store.Addr == addr && isTime(store.Val.Type()) {
				return c.moment(store.Val, at, depth+1)
			}
		}
	}
	return unknownLife(at)
}
