package bearer

import (
	"go/constant"
	"go/token"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// duration returns how long a time.Duration may be.
func (c *clock) duration(v ssa.Value, at evidence.Step, depth int) []Life {
	return c.number(v, at, depth, 1)
}

// seconds returns how long a number of seconds is.
func (c *clock) seconds(v ssa.Value, at evidence.Step, depth int) []Life {
	return c.number(v, at, depth, time.Second)
}

func (c *clock) number(v ssa.Value, at evidence.Step, depth int, unit time.Duration) []Life {
	if !c.enter(v, depth) {
		return unknownLife(at)
	}
	defer delete(c.busy, v)
	switch v := v.(type) {
	case *ssa.Const:
		if v.Value == nil {
			return unknownLife(at)
		}
		n, exact := constant.Int64Val(constant.ToInt(v.Value))
		if !exact || unit == time.Second && (n > 1<<33 || n < 0) {
			return unknownLife(at)
		}
		return []Life{{Known: true, D: time.Duration(n) * unit, Zero: n == 0, At: at}}
	case *ssa.BinOp:
		return c.product(v, at, depth, unit)
	case *ssa.Call:
		callee := calls.Callee(v.Common())
		if callee != nil && callee.FullName() == "(time.Duration).Seconds" {
			return c.duration(v.Call.Args[0], at, depth+1)
		}
	case *ssa.Extract:
		if call, ok := v.Tuple.(*ssa.Call); ok && v.Index == 0 {
			if callee := calls.Callee(call.Common()); callee != nil && callee.FullName() == "time.ParseDuration" {
				if text, ok := c.text(call.Call.Args[0]); ok {
					if d, err := time.ParseDuration(text); err == nil {
						return []Life{{Known: true, D: d, Zero: d == 0, At: c.argStep(call, 0, at)}}
					}
				}
			}
		}
	}
	return c.through(v, at, depth, func(v ssa.Value, at evidence.Step, depth int) []Life { return c.number(v, at, depth, unit) })
}

// product: a number of hours, and the like.
func (c *clock) product(v *ssa.BinOp, at evidence.Step, depth int, unit time.Duration) []Life {
	x, y := c.number(v.X, at, depth+1, 1), c.number(v.Y, at, depth+1, 1)
	if len(x) != 1 || len(y) != 1 || !x[0].Known || !y[0].Known {
		return unknownLife(at)
	}
	l := Life{Known: true, At: at, For: x[0].For | y[0].For, Given: x[0].Given || y[0].Given}
	switch v.Op {
	case token.MUL:
		l.D = x[0].D * y[0].D * unit
	case token.ADD:
		l.D = (x[0].D + y[0].D) * unit
	default:
		return unknownLife(at)
	}
	return []Life{l}
}
