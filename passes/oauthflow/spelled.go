package oauthflow

import (
	"go/ast"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// A spelling is an authorization request that the program puts together by
// hand: its parameters, by name.
type spelling struct {
	fn     *ssa.Function
	node   ast.Node
	params map[string]spelledParam
	open   bool // there may be others
}

type spelledParam struct {
	expr  ast.Expr
	value ssa.Value
}

// spelled returns the logins that begin with a request spelled by hand, in
// url.Values. That none of the parameters is a state is known only where the
// same function sends the browser away.
func (r *reader) spelled() []Start {
	var out []Start
	seen := map[ssa.Value]bool{}
	r.each(func(fn *ssa.Function, instr ssa.Instruction) {
		values := valuesOf(instr)
		if values == nil || seen[values] {
			return
		}
		seen[values] = true
		if s := r.spelling(fn, values); s != nil && s.begins() {
			out = append(out, r.spelledStart(s))
		}
	})
	return out
}

// valuesOf returns the url.Values that an instruction makes.
func valuesOf(instr ssa.Instruction) ssa.Value {
	made, ok := instr.(*ssa.MakeMap)
	if ok && made.Type().String() == "net/url.Values" {
		return made
	}
	return nil
}

// spelling reads what a function puts into url.Values.
func (r *reader) spelling(fn *ssa.Function, values ssa.Value) *spelling {
	s := &spelling{fn: fn, params: map[string]spelledParam{}}
	for _, ref := range calls.Uses(values) {
		switch ref := ref.(type) {
		case *ssa.MapUpdate:
			elems := calls.Elements(ref.Value)
			name, ok := constText(ref.Key)
			pair := r.pairAt(ref)
			if !ok || len(elems) != 1 || pair == nil {
				s.open = true
				continue
			}
			s.add(name, pair, pair.Value, elems[0])
		case *ssa.Call:
			r.spelledBy(s, ref)
		case *ssa.DebugRef:
		default:
			s.open = true
		}
	}
	return s
}

// spelledBy notes what a method of url.Values puts in.
func (r *reader) spelledBy(s *spelling, call *ssa.Call) {
	callee := calls.Callee(call.Common())
	if callee == nil || !strings.HasPrefix(callee.FullName(), "(net/url.Values).") {
		s.open = true
		return
	}
	if callee.Name() != "Set" && callee.Name() != "Add" {
		return
	}
	name, ok := constText(call.Call.Args[1])
	expr := r.expr(call)
	if !ok || expr == nil || len(expr.Args) != 2 {
		s.open = true
		return
	}
	s.add(name, expr, expr.Args[1], call.Call.Args[2])
}

func (s *spelling) add(name string, node ast.Node, expr ast.Expr, value ssa.Value) {
	if name == "response_type" {
		s.node = node
	}
	s.params[name] = spelledParam{expr, value}
}

// begins reports whether the parameters are those that begin a login.
func (s *spelling) begins() bool {
	kind, ok := s.params["response_type"]
	_, client := s.params["client_id"]
	if !ok || !client || s.node == nil {
		return false
	}
	text, known := constText(kind.value)
	return known && (strings.Contains(text, "code") || strings.Contains(text, "token"))
}

func (r *reader) spelledStart(s *spelling) Start {
	start := Start{Node: s.node, Function: calls.Outermost(s.fn).Name(), Web: r.isWeb(s.fn), OpenID: s.openID()}
	start.Open = s.open
	for name, p := range s.params {
		text, known := constText(p.value)
		start.set(name, Param{Sent: true, Text: text, Expr: p.expr, Open: !known, value: p.value})
	}
	state, ok := s.params["state"]
	switch {
	case ok:
		start.State = r.stateOf(state.expr, state.value)
	case !s.open && !start.Nonce.Sent && r.redirects(s.fn):
		if node, ok := s.node.(ast.Expr); ok {
			start.State = State{Expr: node, Empty: true}
		}
	}
	return start
}

func (s *spelling) openID() Answer {
	scope, ok := s.params["scope"]
	if !ok {
		return Maybe
	}
	text, known := constText(scope.value)
	switch {
	case !known:
		return Maybe
	case strings.Contains(text, "openid"):
		return Yes
	}
	return No
}

// redirects reports whether a function sends the browser somewhere else.
func (r *reader) redirects(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if call, ok := instr.(ssa.CallInstruction); ok {
				if f := r.index.Func(calls.Callee(call.Common())); f != nil && f.Role == model.Redirect {
					return true
				}
			}
		}
	}
	return false
}

// pairAt returns the element of a literal that an instruction stores.
func (r *reader) pairAt(update *ssa.MapUpdate) *ast.KeyValueExpr {
	var found *ast.KeyValueExpr
	for _, file := range r.pass.Files {
		if update.Pos() < file.FileStart || update.Pos() > file.FileEnd {
			continue
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if pair, ok := n.(*ast.KeyValueExpr); ok && pair.Colon == update.Pos() {
				found = pair
			}
			return found == nil
		})
	}
	return found
}
