package lib

import (
	"go/types"
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// bearersOf returns the symbols of what a library says about self-contained
// tokens, functions and fields.
func bearersOf(l *model.Library) []string {
	var symbols []string
	for _, b := range l.Bearers {
		symbols = append(symbols, b.Symbol)
	}
	for _, f := range l.BearerFields {
		typ, _ := splitField(f.Symbol)
		symbols = append(symbols, typ)
	}
	return symbols
}

// bearers checks that functions, arguments and fields exist and suit.
func (c *checker) bearers(l *model.Library) {
	seen := map[string]bool{}
	for i := range l.Bearers {
		b := &l.Bearers[i]
		if seen[b.Symbol] {
			c.errorf("%s: listed twice among the bearers", b.Symbol)
		}
		seen[b.Symbol] = true
		fn, ok := c.object(b.Symbol).(*types.Func)
		if !ok || fn.FullName() != b.Symbol {
			c.errorf("%s: no such function (found %v)", b.Symbol, fn)
			continue
		}
		c.bearer(b, fn.Signature())
	}
	for _, f := range l.BearerFields {
		v := c.structField(f.Symbol)
		if v == nil {
			continue
		}
		if isFlag := basic(v.Type(), types.IsBoolean); f.Sense && !isFlag {
			c.errorf("%s: %v is no switch", f.Symbol, v.Type())
		}
		if f.Option == model.NoOption && f.Claim == "" {
			c.errorf("%s: says nothing", f.Symbol)
		}
	}
}

func (c *checker) bearer(b *model.Bearer, sig *types.Signature) {
	if b.Act == model.NoAct || b.Act == model.BearerOption && b.Option == model.DemandClaim && b.Claim == "" && !slices.ContainsFunc(b.Args, isName) {
		c.errorf("%s: does nothing", b.Symbol)
	}
	if b.Act != model.BearerGuard && b.Act != model.BearerOption && b.Act != model.BearerCheck && b.Result >= sig.Results().Len() && sig.Results().Len() > 0 {
		c.errorf("%s: no result %d", b.Symbol, b.Result)
	}
	for i, a := range b.Args {
		switch {
		case a.Index == model.Receiver && sig.Recv() == nil, a.Index >= sig.Params().Len():
			c.errorf("%s: argument %d is out of range", b.Symbol, a.Index)
		case a.Index == model.Receiver:
		case a.Slot == model.ArgToken && !isText(sig.Params().At(a.Index).Type()):
			c.errorf("%s: argument %d holds no token", b.Symbol, a.Index)
		case a.Slot == model.ArgOption && !sig.Variadic() && !isSliceType(sig.Params().At(a.Index).Type()) && b.Option != model.WithinParser:
			c.errorf("%s: argument %d is no list of options", b.Symbol, a.Index)
		}
		if slices.ContainsFunc(b.Args[:i], func(o model.Arg) bool { return o.Slot == a.Slot }) {
			c.errorf("%s: slot %d is listed twice", b.Symbol, a.Slot)
		}
	}
}

func isName(a model.Arg) bool { return a.Slot == model.ArgName }

func isSliceType(t types.Type) bool {
	_, ok := t.Underlying().(*types.Slice)
	return ok
}
