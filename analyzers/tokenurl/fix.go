package tokenurl

import (
	"go/ast"
	"go/constant"
	"slices"
	"strconv"
	"strings"

	"github.com/sessionlint/sessionlint/internal/edit"
	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/rule"
)

// repair offers to take the URL out of a setting that is written here, if
// another place of the token is left.
func repair(pass *rule.Pass, site *evidence.Site, at evidence.Ranger, setting string) {
	file := edit.FileAt(pass.Files, at.Pos())
	if file == nil {
		return
	}
	parts := strings.Split(setting, ",")
	kept := slices.DeleteFunc(slices.Clone(parts), inURL)
	if len(kept) == 0 || len(kept) == len(parts) {
		return
	}
	kept[0] = strings.TrimLeft(kept[0], " ")
	ast.Inspect(file, func(n ast.Node) bool {
		lit, ok := n.(*ast.BasicLit)
		if !ok || lit.Pos() < at.Pos() || lit.End() > at.End() {
			return true
		}
		if v := pass.TypesInfo.Types[lit].Value; v != nil && v.Kind() == constant.String && constant.StringVal(v) == setting {
			site.Fix("Take the token from headers and cookies only", edit.Replace(lit, strconv.Quote(strings.Join(kept, ","))))
		}
		return true
	})
}
