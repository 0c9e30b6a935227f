package oauthflow

import (
	"go/ast"
	"go/token"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// logsIn reports whether one of the functions begins a session or issues a
// token: by the model, or by a function that says so by its name.
func (r *reader) logsIn(near map[*ssa.Function]bool) bool {
	found := false
	r.each(func(fn *ssa.Function, instr ssa.Instruction) {
		call, ok := instr.(ssa.CallInstruction)
		if !ok || found || !near[calls.Outermost(fn)] {
			return
		}
		callee := calls.Callee(call.Common())
		if callee == nil {
			return
		}
		if f := r.index.Func(callee); f != nil {
			switch f.Role {
			case model.CookieSend, model.TokenSign, model.TokenEncode, model.SessionLoad:
				found = true
			}
			return
		}
		if f := r.index.Life(callee); f != nil && (f.Role == model.SessionPut || f.Role == model.SessionNew || f.Role == model.SessionRenew) {
			found = true
			return
		}
		found = callee.Pkg() != nil && !calls.IsStd(callee.Pkg().Path()) && begins(callee.Name())
	})
	return found
}

// begins reports whether a name says that somebody is logged in.
func begins(name string) bool {
	list := words.Split(name)
	has := func(any ...string) bool {
		for _, w := range list {
			for _, a := range any {
				if w == a {
					return true
				}
			}
		}
		return false
	}
	return has("session", "login", "token", "tokens", "jwt", "signin", "cookie") && has("create", "start", "new", "set", "issue", "generate", "make", "sign", "begin", "establish", "mint", "save", "log", "login", "in")
}

// looksAtAudience reports whether one of the functions names the claim that
// says whom a token was issued to.
func (r *reader) looksAtAudience(near map[*ssa.Function]bool) bool {
	found := false
	for fn := range near {
		syntax := fn.Syntax()
		if syntax == nil {
			continue
		}
		ast.Inspect(syntax, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.Ident:
				found = found || isAudience(n.Name)
			case *ast.BasicLit:
				found = found || n.Kind == token.STRING && isAudience(strings.Trim(n.Value, "\"`"))
			}
			return !found
		})
	}
	return found
}

func isAudience(name string) bool {
	switch strings.ToLower(strings.ReplaceAll(name, "_", "")) {
	case "aud", "azp", "audience", "audiences", "issuedto", "appid", "authorizedparty":
		return true
	}
	return strings.Contains(strings.ToLower(name), "clientid")
}
