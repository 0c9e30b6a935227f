package survey

import (
	"go/ast"
	"go/token"
	"go/types"
	"strconv"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/routes"
	"github.com/sessionlint/sessionlint/passes/webhandlers"
)

// A FreshFact says what a function compares with the time to tell how long ago
// somebody proved who he is.
type FreshFact struct{ What string }

// AFact marks a fact.
func (*FreshFact) AFact() {}

func (f *FreshFact) String() string { return "fresh(" + f.What + ")" }

// freshness says what asks for a recent login, or for another proof of
// identity, before a route does its work.
func (v *surveyor) freshness(all *routes.Routes, r *routes.Route) string {
	for _, ref := range append(r.Middleware[:len(r.Middleware):len(r.Middleware)], r.Handler) {
		if what := v.ageIn(ref); what != "" && all.Does(ref)&(routes.Rejects|routes.Redirects) != 0 {
			return named(ref) + " compares " + what + " with the time"
		}
	}
	does := webhandlers.Of(v.pass).Does(r.Handler.Fn, r.Handler.Obj)
	const login = webhandlers.PutsIdentity | webhandlers.PutsIdentityStore | webhandlers.Begins | webhandlers.Creates
	if does&webhandlers.Verifies != 0 && does&login == 0 && !logsIn(r) {
		return "the handler verifies a password or another proof"
	}
	return ""
}

// logsIn reports whether a route is by its words where somebody proves for the
// first time who he is.
func logsIn(r *routes.Route) bool {
	for _, w := range append(words.Split(r.Path), words.Split(named(r.Handler))...) {
		switch w {
		case "login", "signin", "logon", "signup", "register", "registration", "token", "authenticate", "authorize", "authorization", "callback", "otp":
			return true
		}
	}
	return false
}

// ageIn returns what a handler or middleware compares with the time.
func (v *surveyor) ageIn(ref routes.Ref) string {
	if ref.Obj != nil {
		return v.ageOf(ref.Obj)
	}
	for fn := ref.Fn; fn != nil; fn = fn.Parent() {
		if obj, ok := fn.Object().(*types.Func); ok {
			return v.ageOf(obj)
		}
		if lit, ok := fn.Syntax().(*ast.FuncLit); ok {
			return v.literal(lit)
		}
	}
	return ""
}

// literal: only what a literal itself compares or calls counts, not the
// function around it.
func (v *surveyor) literal(lit *ast.FuncLit) string {
	what, uses := v.look(lit)
	for _, fn := range uses {
		if what == "" {
			what = v.ageOf(fn)
		}
	}
	return what
}

func (v *surveyor) ageOf(fn *types.Func) string {
	fn = fn.Origin()
	if fn.Pkg() == v.pass.Pkg {
		return v.fresh[fn]
	}
	fact := new(FreshFact)
	if fn.Pkg() != nil && v.pass.ImportObjectFact(fn, fact) {
		return fact.What
	}
	return ""
}

// ages finds the functions that look at the age of a login, themselves or in
// what they call or hand on.
func (v *surveyor) ages() {
	v.fresh = map[*types.Func]string{}
	uses := map[*types.Func][]*types.Func{}
	var order []*types.Func
	for _, file := range v.pass.Files {
		for _, decl := range file.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if !ok || fn.Body == nil {
				continue
			}
			obj, ok := v.pass.TypesInfo.Defs[fn.Name].(*types.Func)
			if !ok {
				continue
			}
			order = append(order, obj)
			v.fresh[obj], uses[obj] = v.look(fn.Body)
		}
	}
	for range maxCalls {
		for _, fn := range order {
			for _, used := range uses[fn] {
				if v.fresh[fn] == "" {
					v.fresh[fn] = v.ageOf(used)
				}
			}
		}
	}
	for _, fn := range order {
		if what := v.fresh[fn]; what != "" {
			v.pass.ExportObjectFact(fn, &FreshFact{what})
		}
	}
}

// maxCalls bounds how far a comparison may be from the function that needs it.
const maxCalls = 3

// look returns what some code compares with the time, and the functions that
// it calls or hands on.
func (v *surveyor) look(body ast.Node) (what string, uses []*types.Func) {
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			if fn, ok := v.pass.TypesInfo.Uses[n].(*types.Func); ok {
				uses = append(uses, fn)
			}
		case *ast.CallExpr:
			if callee, ok := typeutil.Callee(v.pass.TypesInfo, n).(*types.Func); ok && comparesTime(callee) && what == "" {
				what = proofTime(n)
			}
		case *ast.BinaryExpr:
			switch n.Op {
			case token.LSS, token.GTR, token.LEQ, token.GEQ:
				if what == "" {
					what = proofTime(n)
				}
			}
		}
		return true
	})
	return what, uses
}

// comparesTime reports whether a function of package time holds one time
// against another.
func comparesTime(fn *types.Func) bool {
	if fn.Pkg() == nil || fn.Pkg().Path() != "time" {
		return false
	}
	switch fn.Name() {
	case "Before", "After", "Compare", "Sub", "Since", "Until":
		return true
	}
	return false
}

// proofTime returns the name in an expression of the time at which somebody
// proved who he is.
func proofTime(e ast.Node) (name string) {
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			if saysProofTime(n.Name) && name == "" {
				name = n.Name
			}
		case *ast.BasicLit:
			if text := constantText(n); saysProofTime(text) && name == "" {
				name = text
			}
		}
		return true
	})
	return name
}

// saysProofTime reports whether a name is that of such a time: ElevatedUntil,
// auth_time, LastPasswordCheckAt.
func saysProofTime(name string) bool {
	proof, when := false, false
	for _, w := range words.Split(name) {
		switch w {
		case "elevated", "elevation", "sudo", "auth", "authenticated", "authentication", "reauth", "reauthenticated", "confirmed", "proved", "stepup", "stepped":
			proof = true
		case "time", "at", "until", "since", "age", "on", "date", "last", "expiry", "expires":
			when = true
		}
	}
	return proof && when
}

func constantText(lit *ast.BasicLit) string {
	text, err := strconv.Unquote(lit.Value)
	if lit.Kind != token.STRING || err != nil {
		return ""
	}
	return text
}
