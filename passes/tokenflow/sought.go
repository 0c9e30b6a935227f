package tokenflow

import (
	"go/ast"
	"go/token"
	"maps"
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/internal/sqltext"
)

// maxSought bounds how many columns a package says that it looks up by.
const maxSought = 32

// soughtHere returns the columns that the package looks something up by, or
// holds what it is given against, by their plain names.
func (e *engine) soughtHere() map[string]bool {
	if e.sought != nil {
		return e.sought
	}
	e.sought = map[string]bool{}
	for _, file := range e.pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BasicLit:
				e.seekText(n)
			case *ast.BinaryExpr:
				if n.Op == token.EQL || n.Op == token.NEQ {
					e.seekField(n.X, n.Y)
					e.seekField(n.Y, n.X)
				}
			case *ast.CompositeLit:
				e.seekConditions(n)
			}
			return true
		})
	}
	return e.sought
}

func (e *engine) seekText(lit *ast.BasicLit) {
	text, ok := e.syntax.constant(lit)
	if ok {
		for _, name := range joinedConditions(text) {
			e.seek(name)
		}
	}
	if !ok || !strings.ContainsAny(text, "?$:@") || !strings.ContainsAny(text, "=(") {
		return
	}
	for _, b := range sqltext.Parse(text).Seeks {
		e.seek(b.Column)
	}
}

// joinedConditions returns the columns of a condition whose values are put into
// its text: where token = ' + token, where token = '%s'.
func joinedConditions(text string) []string {
	lower := strings.ToLower(text)
	at := strings.Index(lower, "where ")
	if at < 0 {
		return nil
	}
	var out []string
	parts := strings.Split(lower[at:], "=")
	for i, value := range parts[1:] {
		value = strings.TrimLeft(value, " '\"`\\")
		names := strings.FieldsFunc(parts[i], func(r rune) bool { return r != '_' && (r < 'a' || r > 'z') && (r < '0' || r > '9') })
		if (value == "" && i == len(parts)-2 || strings.HasPrefix(value, "%s") || strings.HasPrefix(value, "%q") || strings.HasPrefix(value, "%v")) && len(names) > 0 {
			out = append(out, names[len(names)-1])
		}
	}
	return out
}

// seekField: a field is compared with something that is no constant.
func (e *engine) seekField(x, other ast.Expr) {
	if sel, ok := ast.Unparen(x).(*ast.SelectorExpr); ok && e.pass.TypesInfo.Types[other].Value == nil {
		e.seek(sel.Sel.Name)
	}
}

// seekConditions: a map of conditions, as query builders take them.
func (e *engine) seekConditions(lit *ast.CompositeLit) {
	_, name := named(e.pass.TypesInfo.TypeOf(lit))
	if !hasAny(name, "eq", "cond", "where") {
		return
	}
	for _, elt := range lit.Elts {
		if pair, ok := elt.(*ast.KeyValueExpr); ok {
			if text, ok := e.syntax.constant(pair.Key); ok {
				e.seek(text)
			}
		}
	}
}

func (e *engine) seek(name string) {
	if (column{name: name}).keeps() {
		e.sought[plain(name)] = true
	}
}

// isSought reports whether something is looked up by a column: here, or in a
// package that is imported.
func (e *engine) isSought(c column) bool {
	if c.byKey || c.isID() || e.soughtHere()[plain(c.name)] {
		return true
	}
	for _, imported := range e.pass.Pkg.Imports() {
		fact := new(OwnFact)
		if e.pass.ImportPackageFact(imported, fact) && slices.Contains(fact.Sought, plain(c.name)) {
			return true
		}
	}
	return false
}

// plain spells api_key, apiKey and APIKey alike.
func plain(name string) string { return strings.ToLower(strings.ReplaceAll(name, "_", "")) }

// soughtFact is what others get to know of it.
func (e *engine) soughtFact() []string {
	list := slices.Sorted(maps.Keys(e.soughtHere()))
	return list[:min(len(list), maxSought)]
}
