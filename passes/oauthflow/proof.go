package oauthflow

import (
	"go/ast"
	"go/types"
	"reflect"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/follow"
)

// A Proof is an ID token that is verified.
type Proof struct {
	ast.Node
	Function string
	Login    bool   // it came with a code that the package trades
	Nonce    Answer // its nonce is compared
	AuthTime Answer // its auth_time is looked at
	Why      string // what keeps an answer Maybe
}

func (r *reader) proofs() []Proof {
	var out []Proof
	login := len(r.with(model.LoginExchange)) > 0 || r.wrapsExchange()
	for _, s := range r.with(model.LoginVerify, model.LoginFinish, model.LoginExchange) {
		expr := r.expr(s.call)
		if expr == nil || s.f.Role != model.LoginVerify && (s.f.Does|s.f.May)&model.CheckAuthTime == 0 {
			continue
		}
		p := Proof{Node: expr, Function: calls.Outermost(s.fn).Name(), Login: login || s.f.Role != model.LoginVerify, Nonce: No, AuthTime: No}
		does, known := r.may()
		does = does&s.f.May | s.f.Does
		p.judge(does, known || s.f.May == 0, r, s)
		out = append(out, p)
	}
	return out
}

func (r *reader) wrapsExchange() bool {
	for _, w := range r.wrapped() {
		if w.fact.Code > 0 {
			return true
		}
	}
	return false
}

// judge says what is compared of an ID token: by the library, by the package,
// or maybe by somebody it is handed to.
func (p *Proof) judge(does model.Duty, known bool, r *reader, s site) {
	away := r.goesAway(s)
	p.Nonce = answer(does&model.CheckNonce != 0 || r.mentions("nonce", "Nonce"), known && away == "")
	p.AuthTime = answer(does&model.CheckAuthTime != 0 || r.mentions("auth_time", "AuthTime", "GetAuthTime"), known && away == "")
	if p.Why = away; !known {
		p.Why = "the client is made elsewhere"
	}
}

func answer(done, known bool) Answer {
	switch {
	case done:
		return Yes
	case known:
		return No
	}
	return Maybe
}

// goesAway says where an ID token, or a map of all its claims, is handed to
// code that is not in sight, or nothing.
func (r *reader) goesAway(s site) string {
	call := s.call.Value()
	if call == nil {
		return ""
	}
	if s.f.Role == model.LoginFinish {
		return ""
	}
	return r.escapes(resultsOf(call), 3)
}

// resultsOf returns the first result of a call.
func resultsOf(call *ssa.Call) ssa.Value {
	if _, isTuple := call.Type().(*types.Tuple); !isTuple {
		return call
	}
	for _, ref := range calls.Uses(call) {
		if x, ok := ref.(*ssa.Extract); ok && x.Index == 0 {
			return x
		}
	}
	return nil
}

func (r *reader) escapes(v ssa.Value, depth int) string {
	if v == nil || depth == 0 {
		return ""
	}
	uses, complete := r.walk.Uses(v)
	if !complete {
		return "too much code"
	}
	for _, u := range uses {
		if why := r.escapesBy(u, depth); why != "" {
			return why
		}
	}
	return ""
}

func (r *reader) escapesBy(u follow.Use, depth int) string {
	value := u.Value
	if made, ok := value.(*ssa.MakeInterface); ok {
		value = made.X
	}
	if !holdsClaims(value.Type()) {
		return ""
	}
	switch u.Kind {
	case follow.Returned:
		return "callers of " + calls.Outermost(u.Fn).Name()
	case follow.Kept:
		if _, ok := u.Instr.(*ssa.MapUpdate); !ok { // one claim among others
			return "what is kept"
		}
	case follow.Passed:
		common := u.Instr.(ssa.CallInstruction).Common()
		callee := calls.Callee(common)
		if callee == nil {
			return "a function value"
		}
		if callee.Name() == "Claims" { // decodes the claims into its argument
			for _, a := range common.Args {
				if made, ok := a.(*ssa.MakeInterface); ok {
					a = made.X
				}
				if why := r.escapes(a, depth-1); why != "" && holdsClaims(pointed(a.Type())) {
					return why
				}
			}
			return ""
		}
		if callee.Pkg() == nil || calls.IsStd(callee.Pkg().Path()) || r.index.Func(callee) != nil || isLibrary(callee.Pkg().Path()) {
			return ""
		}
		return callee.Name()
	}
	return ""
}

func pointed(t types.Type) types.Type {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}

// holdsClaims reports whether a value of the type can carry auth_time and nonce
// on: a token, a map, or a struct with a place for them.
func holdsClaims(t types.Type) bool {
	t = pointed(t)
	switch u := t.Underlying().(type) {
	case *types.Map:
		return true
	case *types.Struct:
		if n, ok := types.Unalias(t).(*types.Named); ok && n.Obj().Pkg() != nil && isLibrary(n.Obj().Pkg().Path()) {
			return true
		}
		for i := range u.NumFields() {
			name, _, _ := strings.Cut(reflect.StructTag(u.Tag(i)).Get("json"), ",")
			if name == "auth_time" || name == "nonce" || u.Field(i).Name() == "AuthTime" {
				return true
			}
		}
	}
	return false
}

// mentions reports whether the package reads a claim: a field with its name or
// tag, a method, or an element of a map.
func (r *reader) mentions(claim string, names ...string) bool {
	found := false
	for _, file := range r.pass.Files {
		if strings.HasSuffix(r.pass.Fset.Position(file.Pos()).Filename, "_test.go") {
			continue
		}
		assigned := map[ast.Expr]bool{}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				for _, left := range n.Lhs {
					assigned[left] = true
				}
			case *ast.IndexExpr:
				lit, ok := n.Index.(*ast.BasicLit)
				found = found || ok && strings.Trim(lit.Value, "\"`") == claim && !assigned[n]
			case *ast.SelectorExpr:
				found = found || !assigned[n] && r.selects(n, claim, names)
			}
			return !found
		})
	}
	return found
}

// selects reports whether an expression reads a field or method that stands
// for a claim.
func (r *reader) selects(sel *ast.SelectorExpr, claim string, names []string) bool {
	selection := r.pass.TypesInfo.Selections[sel]
	if selection == nil {
		return false
	}
	t := pointed(selection.Recv())
	if s, ok := t.Underlying().(*types.Struct); ok && selection.Kind() == types.FieldVal {
		for i := range s.NumFields() {
			if s.Field(i) == selection.Obj() {
				name, _, _ := strings.Cut(reflect.StructTag(s.Tag(i)).Get("json"), ",")
				if name == claim {
					return true
				}
			}
		}
	}
	for _, name := range names {
		if sel.Sel.Name == name && holdsClaims(t) {
			return true
		}
	}
	return false
}
