package bearer

import (
	"go/ast"
	"strings"

	"github.com/sessionlint/sessionlint/internal/edit"
)

// provesAgain reports whether a condition on the age of a session decides whether
// its user has to prove again who he is: the session goes on.
func (e *engine) provesAgain(cond ast.Node) bool {
	for _, n := range edit.Around(e.pass.Files, cond.Pos()) {
		branch, ok := n.(*ast.IfStmt)
		if !ok || cond.Pos() < branch.Cond.Pos() || branch.Cond.End() < cond.End() {
			continue
		}
		found := false
		ast.Inspect(branch.Body, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.Ident:
				found = found || speaksOfProof(n.Name)
			case *ast.BasicLit:
				found = found || speaksOfProof(n.Value)
			}
			return !found
		})
		return found
	}
	return false
}

func speaksOfProof(text string) bool {
	text = strings.ToLower(strings.NewReplacer("_", "", "-", "", " ", "").Replace(text))
	for _, word := range []string{"reauth", "stepup", "elevat", "sudo", "recentlogin"} {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}
