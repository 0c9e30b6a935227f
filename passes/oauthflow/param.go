package oauthflow

import (
	"go/ast"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// A Param is a parameter of an authorization request.
type Param struct {
	Sent bool
	Text string // its constant value, if that is known
	Expr ast.Expr
	Open bool // something is passed that cannot be read

	value ssa.Value
}

// Request are the parameters that a request is known to send.
type Request struct {
	Nonce, Challenge, Verifier, MaxAge, Prompt, State Param

	Open      bool // there may be others
	Forwarded int  // the parameter of the function that holds the options, + 1
}

// AsksLogin reports whether the provider is told to authenticate the user again.
func (q Request) AsksLogin() bool {
	return q.Prompt.Sent && strings.Contains(q.Prompt.Text, "login")
}

// request reads the options of a request, a variadic argument.
func (r *reader) request(options ssa.Value) Request {
	var q Request
	if options != nil {
		p := &paramReader{reader: r, q: &q, seen: map[ssa.Value]bool{}}
		p.list(options)
	}
	return q
}

type paramReader struct {
	*reader
	q    *Request
	seen map[ssa.Value]bool
}

// list reads a slice of options.
func (p *paramReader) list(v ssa.Value) {
	if v == nil || p.seen[v] {
		return
	}
	p.seen[v] = true
	switch x := v.(type) {
	case *ssa.Const:
		return // nil
	case *ssa.Slice:
		p.elements(x)
		return
	case *ssa.MakeSlice:
		return // what is put into it is appended
	case *ssa.Parameter:
		if args := p.given(x); len(args) > 0 && !exported(x.Parent()) {
			for _, a := range args {
				p.list(a)
			}
			return
		}
		p.q.Open, p.q.Forwarded = true, paramIndex(x)+1
		return
	case *ssa.Call:
		if b, ok := x.Common().Value.(*ssa.Builtin); ok && b.Name() == "append" {
			for _, a := range x.Common().Args {
				p.list(a)
			}
			return
		}
		if p.elsewhere(x) {
			return
		}
	}
	next := p.behind(v)
	if len(next) == 0 {
		p.q.Open = true
	}
	for _, n := range next {
		p.list(n)
	}
}

func exported(fn *ssa.Function) bool { return fn.Object() != nil && fn.Object().Exported() }

// elements reads the options of a literal, or of what a slice is cut from.
func (p *paramReader) elements(slice *ssa.Slice) {
	elems := calls.Elements(slice)
	if len(elems) == 1 && elems[0] == ssa.Value(slice) {
		if alloc, ok := slice.X.(*ssa.Alloc); ok && alloc.Comment == "makeslice" {
			return
		}
		p.list(slice.X)
		return
	}
	for _, e := range elems {
		p.option(e)
	}
}

// option reads one option.
func (p *paramReader) option(v ssa.Value) {
	if v == nil || p.seen[v] {
		return
	}
	p.seen[v] = true
	if call, ok := v.(*ssa.Call); ok {
		if f := p.role(call.Common()); f != nil && f.Role == model.LoginParam {
			p.sent(site{call.Parent(), call, f})
			return
		}
		if p.elsewhere(call) {
			return
		}
	}
	if p.constantOption(v) {
		return
	}
	next := p.behind(v)
	if len(next) == 0 {
		p.q.Open = true
	}
	for _, n := range next {
		p.option(n)
	}
}

// constantOption: options that a library has as variables say nothing about
// the parameters that count here.
func (p *paramReader) constantOption(v ssa.Value) bool {
	load, ok := v.(*ssa.UnOp)
	if !ok {
		return false
	}
	g, ok := load.X.(*ssa.Global)
	return ok && g.Pkg != p.pkg && isLibrary(g.Pkg.Pkg.Path())
}

// sent notes a parameter.
func (p *paramReader) sent(s site) {
	name := s.f.Param
	if at := slot(s, model.ArgName); at != nil {
		text, ok := constText(at)
		if !ok {
			p.q.Open = true
			return
		}
		name = text
	}
	value := slot(s, model.ArgValue)
	param := Param{Sent: true, value: value, Text: s.f.Text}
	if text, ok := p.valueText(value); ok {
		param.Text = text
	} else {
		param.Open = true
	}
	if e := p.expr(s.call); e != nil {
		param.Expr = e
	}
	p.q.set(name, param)
}

// valueText returns the constant value of a parameter; of a variadic one, all
// elements.
func (p *paramReader) valueText(v ssa.Value) (string, bool) {
	if v == nil {
		return "", true
	}
	var texts []string
	for _, e := range calls.Elements(v) {
		text, ok := p.constantOf(e)
		if !ok {
			return "", false
		}
		texts = append(texts, text)
	}
	return strings.Join(texts, " "), true
}

// constantOf returns the constant that a value is, formatted or not.
func (p *paramReader) constantOf(v ssa.Value) (string, bool) {
	if text, ok := constText(v); ok {
		return text, true
	}
	if call, ok := v.(*ssa.Call); ok {
		if callee := calls.Callee(call.Common()); callee != nil && callee.Pkg() != nil && callee.Pkg().Path() == "strconv" && len(call.Common().Args) > 0 {
			return constText(call.Common().Args[0])
		}
	}
	return "", false
}

func (q *Request) set(name string, p Param) {
	switch name {
	case "nonce":
		q.Nonce = p
	case "code_challenge":
		q.Challenge = p
	case "code_verifier":
		q.Verifier = p
	case "max_age":
		q.MaxAge = p
	case "prompt":
		q.Prompt = p
	case "state":
		q.State = p
	}
}
