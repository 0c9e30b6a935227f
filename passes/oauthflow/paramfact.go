package oauthflow

import (
	"fmt"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// A ParamsFact says what an option of a login request, or a list of options,
// that a function returns makes the request send. Options that send a value
// which somebody has to compare later have none.
type ParamsFact struct {
	MaxAge, Prompt bool
	Age, Prompted  string // their values, "" if not known
}

// AFact marks a fact.
func (*ParamsFact) AFact() {}

func (f *ParamsFact) String() string {
	return fmt.Sprintf("params(max_age=%t prompt=%q)", f.MaxAge, f.Prompted)
}

// exportParams publishes the options that a function returns.
func (r *reader) exportParams(fn *ssa.Function, obj *types.Func) {
	results := fn.Signature.Results()
	if results.Len() != 1 || !r.isOption(results.At(0).Type()) {
		return
	}
	q, any := Request{}, false
	p := &paramReader{reader: r, q: &q, seen: map[ssa.Value]bool{}}
	for _, b := range fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok {
			continue
		}
		if any {
			return // one or the other
		}
		any = true
		if _, list := ret.Results[0].Type().Underlying().(*types.Slice); list {
			p.list(ret.Results[0])
		} else {
			p.option(ret.Results[0])
		}
	}
	if !any || q.Open || q.Nonce.Sent || q.Challenge.Sent || q.Verifier.Sent || q.State.Sent {
		return
	}
	r.pass.ExportObjectFact(obj, &ParamsFact{q.MaxAge.Sent, q.Prompt.Sent, q.MaxAge.Text, q.Prompt.Text})
}

// isOption reports whether a type is that of the options of login requests in
// some library, or a list of them.
func (r *reader) isOption(t types.Type) bool {
	if slice, ok := t.Underlying().(*types.Slice); ok {
		t = slice.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() == nil || !isLibrary(named.Obj().Pkg().Path()) {
		return false
	}
	scope := named.Obj().Pkg().Scope()
	for _, name := range scope.Names() {
		fn, ok := scope.Lookup(name).(*types.Func)
		if !ok || fn.Signature().Results().Len() != 1 || !types.Identical(fn.Signature().Results().At(0).Type(), named) {
			continue
		}
		if f := r.index.Login(fn); f != nil && f.Role == model.LoginParam {
			return true
		}
	}
	return false
}

// elsewhere notes what the options send that a function of another own package
// returns; it reports whether that is known.
func (p *paramReader) elsewhere(call *ssa.Call) bool {
	fn := calls.Callee(call.Common())
	if fn == nil || fn.Pkg() == nil || fn.Pkg() == p.pass.Pkg {
		return false
	}
	fact := new(ParamsFact)
	if !p.pass.ImportObjectFact(fn.Origin(), fact) {
		return false
	}
	sent := func(text string) Param {
		param := Param{Sent: true, Text: text, Open: text == ""}
		if e := p.expr(call); e != nil {
			param.Expr = e
		}
		return param
	}
	if fact.MaxAge {
		p.q.MaxAge = sent(fact.Age)
	}
	if fact.Prompt {
		p.q.Prompt = sent(fact.Prompted)
	}
	return true
}
