package tokenflow

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/model/lib"
)

// A Setting is a setting with the default that a package gives it.
type Setting struct {
	Name, Value string
	expr        ast.Expr
}

// Bounds of what is told about settings: past them nothing is said.
const (
	maxSettings = 16
	maxDefault  = 120 // bytes of the name and the default
)

// importedDefaults are the defaults that the imported packages know of.
func importedDefaults(pass *analysis.Pass) []Setting {
	var out []Setting
	for _, imported := range pass.Pkg.Imports() {
		fact := new(OwnFact)
		if pass.ImportPackageFact(imported, fact) {
			out = append(out, fact.Defaults...)
		}
	}
	return out
}

// importedKeys are the settings that the imported packages take keys from.
func importedKeys(pass *analysis.Pass) map[string]string {
	out := map[string]string{}
	for _, imported := range pass.Pkg.Imports() {
		fact := new(OwnFact)
		if pass.ImportPackageFact(imported, fact) {
			for _, key := range fact.Keys {
				out[key.Name] = key.Value
			}
		}
	}
	return out
}

// defaultsHere returns the settings that the package gives a default, unless it
// holds something against that text, maybe to refuse it.
func defaultsHere(pass *analysis.Pass) []Setting {
	if !slices.ContainsFunc(pass.Pkg.Imports(), func(p *types.Package) bool { return givesDefaults(p.Path()) }) {
		return nil
	}
	var out []Setting
	x := &syntax{pass: pass}
	for _, file := range pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				if s, ok := defaultOf(x, call); ok {
					out = append(out, s)
				}
			}
			return true
		})
	}
	if len(out) == 0 {
		return nil
	}
	x.build()
	return slices.DeleteFunc(out, func(s Setting) bool { return x.tested[s.Value] })
}

// defaultOf returns the setting that a call gives a default.
func defaultOf(x *syntax, call *ast.CallExpr) (Setting, bool) {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || len(call.Args) != 2 {
		return Setting{}, false
	}
	fn, ok := x.pass.TypesInfo.Uses[sel.Sel].(*types.Func)
	if !ok {
		return Setting{}, false
	}
	if f := lib.Shared().Func(fn); f == nil || f.Role != model.ConfigDefault {
		return Setting{}, false
	}
	name, named := x.constant(call.Args[0])
	text, fixed := x.constant(call.Args[1])
	return Setting{Name: setting(name), Value: text, expr: call.Args[1]}, named && fixed && text != "" && len(name)+len(text) <= maxDefault
}

// givesDefaults reports whether a library gives settings defaults.
func givesDefaults(path string) bool {
	if !lib.Knows(path) {
		return false
	}
	for f := range lib.Shared().Funcs(path) {
		if f.Role == model.ConfigDefault {
			return true
		}
	}
	return false
}

// defaultKeys are the uses of defaults that the package gives to the keys of
// packages that it imports.
func defaultKeys(pass *analysis.Pass, given []Setting) []Use {
	if len(given) == 0 {
		return nil
	}
	keys := importedKeys(pass)
	var out []Use
	for _, d := range given {
		if what, ok := keys[d.Name]; ok {
			out = append(out, Use{
				Node: d.expr, Place: InKey, What: what, HMAC: true,
				Origins: []Origin{{Kind: Fixed, Text: d.Value, Setting: d.Name, Pos: d.expr.Pos(), End: d.expr.End()}},
			})
		}
	}
	return out
}

// keySettings are the settings that become keys as they are, with what they are
// there: nothing in the package asks what they hold.
func keySettings(uses []Use) []Setting {
	var out []Setting
	for _, u := range uses {
		if u.Place == InKey && !u.Checked && len(u.Origins) == 1 && u.Origins[0].Kind == Config && u.Origins[0].Text != "" && len(u.Origins[0].Text) <= maxDefault {
			out = append(out, Setting{Name: setting(u.Origins[0].Text), Value: u.What})
		}
	}
	return out
}

// folded joins what a package says of settings with what its imports say, in
// order, each name once, and at most so many.
func folded(pass *analysis.Pass, here []Setting, of func(*OwnFact) []Setting) []Setting {
	var out []Setting
	for _, s := range here {
		out = append(out, Setting{Name: s.Name, Value: s.Value})
	}
	for _, imported := range pass.Pkg.Imports() {
		fact := new(OwnFact)
		if pass.ImportPackageFact(imported, fact) {
			out = append(out, of(fact)...)
		}
	}
	slices.SortStableFunc(out, func(a, b Setting) int { return strings.Compare(a.Name, b.Name) })
	out = slices.CompactFunc(out, func(a, b Setting) bool { return a.Name == b.Name })
	return out[:min(len(out), maxSettings)]
}
