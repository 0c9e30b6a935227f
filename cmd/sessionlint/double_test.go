package main

import (
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/internal/rule"
)

// doubles are small rules under the names of real ones, so that the tests of
// the runners say which answers are right without knowing the real rules:
// one with a fix, one with facts, one for level 3, one that fails.
func doubles() []*analysis.Analyzer {
	tokens := tokenFacts()
	return []*analysis.Analyzer{
		rule.New(rule.Info{
			Name: "tokenlog", Doc: "report tokens in logs\n\nLong text.", ASVS4: "7.1.1", CWE: []int{532},
			Severity: evidence.Error, OnFrom4: 1, OnFrom5: 1,
		}, func(pass *rule.Pass, sites *evidence.Sites) error { return logged(pass, sites, tokens) }, tokens),
		rule.New(rule.Info{
			Name: "cookiesecure", Doc: "report cookies without Secure", ASVS4: "3.4.1", CWE: []int{614},
			Severity: evidence.Warning, OnFrom4: 1, OnFrom5: 1,
		}, insecure),
		rule.New(rule.Info{
			Name: "cookiesize", Doc: "report cookies", ASVS4: "3.4.5", Severity: evidence.Warning, OnFrom4: 3, OnFrom5: 3,
		}, func(pass *rule.Pass, sites *evidence.Sites) error {
			eachCookie(pass, func(lit *ast.CompositeLit, _ map[string]ast.Expr) {
				sites.Violation(lit, "any", "cookie")
			})
			return nil
		}),
		rule.New(rule.Info{
			Name: "plaincookie", Doc: "panics where told so", Severity: evidence.Warning, OnFrom4: 1, OnFrom5: 1,
		}, func(pass *rule.Pass, _ *evidence.Sites) error {
			if pass.Pkg.Scope().Lookup("PanicPlease") != nil {
				panic("as told")
			}
			return nil
		}),
	}
}

func eachCookie(pass *rule.Pass, do func(*ast.CompositeLit, map[string]ast.Expr)) {
	for _, file := range pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			lit, ok := n.(*ast.CompositeLit)
			if !ok || types.TypeString(pass.TypesInfo.TypeOf(lit), nil) != "net/http.Cookie" {
				return true
			}
			fields := make(map[string]ast.Expr)
			for _, elt := range lit.Elts {
				if kv, ok := elt.(*ast.KeyValueExpr); ok {
					fields[kv.Key.(*ast.Ident).Name] = kv.Value
				}
			}
			do(lit, fields)
			return true
		})
	}
}

func insecure(pass *rule.Pass, sites *evidence.Sites) error {
	eachCookie(pass, func(lit *ast.CompositeLit, fields map[string]ast.Expr) {
		secure := fields["Secure"]
		switch {
		case secure == nil:
			sites.Violation(lit, "never-set", "session cookie is sent over plain HTTP (Secure is never set), set it to true").
				Step(lit.Type, "cookie made here").
				Fix("Set Secure: true", analysis.TextEdit{Pos: lit.Rbrace, End: lit.Rbrace, NewText: []byte(", Secure: true")})
		case types.ExprString(secure) == "true":
			sites.Satisfied(lit, "set", "cookie sets Secure")
		default:
			sites.Unknown(lit, "depends", "Secure depends on %s", types.ExprString(secure))
		}
	})
	return nil
}

type returnsToken struct{}

func (*returnsToken) AFact()         {}
func (*returnsToken) String() string { return "returnsToken" }

// tokenFacts marks functions named …Token and what returns their results.
func tokenFacts() *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name: "tokenfacts", Doc: "mark functions that return tokens", FactTypes: []analysis.Fact{new(returnsToken)},
		Requires: []*analysis.Analyzer{options.Analyzer}, ResultType: reflect.TypeFor[map[types.Object]bool](),
	}
	a.Run = func(pass *analysis.Pass) (any, error) {
		marked := make(map[types.Object]bool)
		if options.Of(pass).Foreign {
			return marked, nil
		}
		for _, file := range pass.Files {
			ast.Inspect(file, func(n ast.Node) bool {
				if decl, ok := n.(*ast.FuncDecl); ok && isTokenFunc(pass, decl) {
					obj := pass.TypesInfo.Defs[decl.Name]
					marked[obj] = true
					pass.ExportObjectFact(obj, new(returnsToken))
				}
				if call, ok := n.(*ast.CallExpr); ok {
					if fn := callee(pass, call); fn != nil && pass.ImportObjectFact(fn, new(returnsToken)) {
						marked[fn] = true
					}
				}
				return true
			})
		}
		return marked, nil
	}
	return a
}

func isTokenFunc(pass *analysis.Pass, decl *ast.FuncDecl) bool {
	if strings.HasSuffix(decl.Name.Name, "Token") {
		return true
	}
	found := false
	ast.Inspect(decl, func(n ast.Node) bool {
		if ret, ok := n.(*ast.ReturnStmt); ok && len(ret.Results) == 1 {
			if call, ok := ret.Results[0].(*ast.CallExpr); ok {
				fn := callee(pass, call)
				found = found || fn != nil && pass.ImportObjectFact(fn, new(returnsToken))
			}
		}
		return true
	})
	return found
}

func callee(pass *analysis.Pass, call *ast.CallExpr) types.Object {
	switch fun := call.Fun.(type) {
	case *ast.Ident:
		return pass.TypesInfo.Uses[fun]
	case *ast.SelectorExpr:
		return pass.TypesInfo.Uses[fun.Sel]
	}
	return nil
}

func logged(pass *rule.Pass, sites *evidence.Sites, facts *analysis.Analyzer) error {
	marked := pass.ResultOf[facts].(map[types.Object]bool)
	for _, file := range pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || !strings.HasPrefix(types.ExprString(call.Fun), "log.") {
				return true
			}
			for _, arg := range call.Args {
				if inner, ok := arg.(*ast.CallExpr); ok && marked[callee(pass.Pass, inner)] {
					sites.Violation(span{arg.Pos(), arg.End()}, "call", "token is logged (result of %s)", types.ExprString(inner.Fun))
				}
			}
			return true
		})
	}
	return nil
}

type span struct{ pos, end token.Pos }

func (s span) Pos() token.Pos { return s.pos }
func (s span) End() token.Pos { return s.end }
