package settings

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/passes/fields"
)

// exportDefaults publishes the constants that declarations of package-level
// variables give to fields that look like settings. It reads syntax only, so
// that packages that hold nothing but configuration stay cheap.
func exportDefaults(pass *analysis.Pass) {
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			gen, ok := decl.(*ast.GenDecl)
			if !ok || gen.Tok != token.VAR {
				continue
			}
			for _, spec := range gen.Specs {
				if spec, ok := spec.(*ast.ValueSpec); ok && len(spec.Names) == len(spec.Values) {
					for i, name := range spec.Names {
						exportDefault(pass, name, spec.Values[i])
					}
				}
			}
		}
	}
}

func exportDefault(pass *analysis.Pass, name *ast.Ident, value ast.Expr) {
	obj, ok := pass.TypesInfo.Defs[name].(*types.Var)
	if !ok || !obj.Exported() {
		return
	}
	fact := new(DefaultsFact)
	if settingWord(name.Name) {
		fact.add(pass, "", value)
	}
	fact.literal(pass, "", value)
	if len(fact.Fields) > 0 {
		pass.ExportObjectFact(obj, fact)
	}
}

func (f *DefaultsFact) literal(pass *analysis.Pass, path string, value ast.Expr) {
	value = ast.Unparen(value)
	if u, ok := value.(*ast.UnaryExpr); ok && u.Op == token.AND {
		value = ast.Unparen(u.X)
	}
	lit, ok := value.(*ast.CompositeLit)
	if !ok || len(f.Fields) >= maxFact || strings.Count(path, ".") > 3 {
		return
	}
	for _, e := range lit.Elts {
		kv, ok := e.(*ast.KeyValueExpr)
		if !ok {
			return
		}
		key, ok := kv.Key.(*ast.Ident)
		if !ok {
			return
		}
		if settingWord(key.Name) {
			f.add(pass, fields.Join(path, key.Name), kv.Value)
		}
		f.literal(pass, fields.Join(path, key.Name), kv.Value)
	}
}

func (f *DefaultsFact) add(pass *analysis.Pass, path string, value ast.Expr) {
	tv := pass.TypesInfo.Types[value]
	if tv.Value == nil || len(f.Fields) >= maxFact {
		return
	}
	if a := constAtom(tv.Value, token.NoPos); isConst(a) {
		f.Fields = append(f.Fields, DefaultField{path, a.fact()})
	}
}

// settingWord reports whether a name sounds like a cookie setting. It only
// bounds what is published; what a value means follows from where it is used.
func settingWord(name string) bool {
	name = strings.ToLower(name)
	for _, w := range []string{"secure", "httponly", "samesite", "domain", "cookie", "maxage", "lifetime", "timeout", "expir", "https", "tls", "ssl"} {
		if strings.Contains(name, w) {
			return true
		}
	}
	return false
}

// cookieWord reports whether a name sounds like an attribute of a cookie, or
// like what decides one.
func cookieWord(name string) bool {
	name = strings.ToLower(name)
	for _, w := range []string{"secure", "httponly", "samesite", "domain", "cookie", "https"} {
		if strings.Contains(name, w) {
			return true
		}
	}
	return false
}
