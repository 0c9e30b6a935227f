package oauthflow

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/model/lib"
	"github.com/sessionlint/sessionlint/passes/references"
)

// isLibrary reports whether a package belongs to a library for logins.
func isLibrary(path string) bool { return lib.Knows(path) && lib.Shared().HasLogin(path) }

// touches reports whether the package takes part in logins: it imports a
// library for them, calls an own function that does, or, if it uses a modelled
// library at all, names an endpoint where a provider says who a token belongs
// to, or reads a parameter called state.
func touches(pass *analysis.Pass) bool {
	imports := pass.Pkg.Imports()
	if slices.ContainsFunc(imports, func(p *types.Package) bool { return isLibrary(p.Path()) }) {
		return true
	}
	return slices.ContainsFunc(references.Of(pass).Funcs(), func(fn *types.Func) bool {
		return pass.ImportObjectFact(fn, new(LoginFact))
	}) || slices.ContainsFunc(imports, func(p *types.Package) bool { return lib.Knows(p.Path()) }) && namesPart(pass)
}

func namesPart(pass *analysis.Pass) bool {
	said := references.Of(pass)
	return slices.ContainsFunc(said.Strings(), func(lit *ast.BasicLit) bool { return lit.Value == `"response_type"` || IsEndpoint(lit.Value) }) ||
		slices.ContainsFunc(said.Calls(), func(call *ast.CallExpr) bool {
			return slices.ContainsFunc(call.Args, func(arg ast.Expr) bool {
				lit, ok := arg.(*ast.BasicLit)
				return ok && lit.Value == `"state"`
			})
		})
}

// IsEndpoint reports whether a URL is one where a provider says who an access
// token belongs to.
func IsEndpoint(url string) bool {
	lower := strings.ToLower(url)
	if lower != url && !strings.Contains(url, "/") {
		return false // an identifier
	}
	for _, part := range []string{
		"userinfo", "user_info", "tokeninfo", "graph.facebook.com", "api.github.com/user", "graph.microsoft.com/v1.0/me",
		"people.googleapis.com", "plus/v1/people/me", "kapi.kakao.com/v2/user/me", "discord.com/api/users/@me", "debug_token",
		"openapi.naver.com/v1/nid/me", "api.line.me/v2/profile", "/oauth2/v1/me",
	} {
		if strings.Contains(lower, part) {
			return true
		}
	}
	return false
}
