package settings

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/edit"
	"github.com/sessionlint/sessionlint/internal/model"
)

// A fixer knows how the object of a send is written down.
type fixer struct {
	layout  *layout
	literal *ast.CompositeLit
	call    *ast.CallExpr
	args    *model.Func // the arguments of call are the settings
}

// Set returns the edits that give a setting of the object the value that the
// word stands for: "true" or, for SameSite, "Lax". It returns nil where that
// cannot be written down without a human's choice.
func (o *Object) Set(s model.Setting, word string) []analysis.TextEdit {
	for _, a := range o.send.set[s] {
		if a.open() || a.Kind == fromTLS || a.Kind == boolean && a.Bool {
			return nil
		}
	}
	f := o.send.fix
	switch {
	case f.literal != nil && f.layout != nil:
		return o.setField(f, s, word)
	case f.args != nil && f.call != nil:
		return o.setArg(f, s, word)
	}
	return o.setConstant(s, word)
}

// setConstant replaces the word false where it is assigned to the setting.
func (o *Object) setConstant(s model.Setting, word string) []analysis.TextEdit {
	vals := o.send.set[s]
	if len(vals) != 1 || vals[0].Kind != boolean || vals[0].ByDefault {
		return nil
	}
	id, ok := o.engine.source.condition(vals[0].Pos).(*ast.Ident)
	if !ok || id.Name != "false" {
		return nil
	}
	return []analysis.TextEdit{{Pos: id.Pos(), End: id.End(), NewText: []byte(word)}}
}

// LimitBoth returns the edits that turn an assignment of the cookie's lifetime
// of a store, x.Options.MaxAge = n, into the call of the method that also limits
// what the server accepts, x.MaxAge(n); nil if there is no such assignment or
// method.
func (o *Object) LimitBoth() []analysis.TextEdit {
	vals := o.send.set[model.MaxAge]
	if len(vals) != 1 || o.send.kind != model.Store {
		return nil
	}
	assign := o.engine.source.assignment(vals[0].Pos)
	if assign == nil || assign.Tok != token.ASSIGN || len(assign.Lhs) != 1 {
		return nil
	}
	age, ok := assign.Lhs[0].(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	options, ok := ast.Unparen(age.X).(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	obj, _, _ := types.LookupFieldOrMethod(o.engine.pass.TypesInfo.TypeOf(options.X), true, o.engine.pass.Pkg, age.Sel.Name)
	method, ok := obj.(*types.Func)
	if !ok {
		return nil
	}
	f := o.engine.model.Func(method)
	if f == nil || f.Role != model.StoreSet || f.Attr != model.MaxAge || !slices.Contains(f.Also, model.AbsoluteTimeout) {
		return nil
	}
	return []analysis.TextEdit{
		{Pos: options.X.End(), End: assign.Rhs[0].Pos(), NewText: []byte("." + method.Name() + "(")},
		{Pos: assign.Rhs[0].End(), End: assign.Rhs[0].End(), NewText: []byte(")")},
	}
}

// setField changes, or adds, a field of the literal.
func (o *Object) setField(f fixer, s model.Setting, word string) []analysis.TextEdit {
	path := ""
	form := model.Plain
	for _, field := range f.layout.fields {
		if field.Setting == s {
			path, form = field.Path, field.Form
		}
	}
	if path == "" || strings.ContainsAny(path, ".@") || form == model.Inverted {
		return nil
	}
	info := o.engine.pass.TypesInfo
	obj, _, _ := types.LookupFieldOrMethod(info.TypeOf(f.literal), true, o.engine.pass.Pkg, path)
	field, ok := obj.(*types.Var)
	if !ok {
		return nil
	}
	expr := o.spell(field.Type(), word, f.literal.Pos())
	if expr == "" {
		return nil
	}
	for _, e := range f.literal.Elts {
		kv, ok := e.(*ast.KeyValueExpr)
		if !ok {
			return nil // fields without names
		}
		if key, ok := kv.Key.(*ast.Ident); ok && key.Name == path {
			if info.Types[kv.Value].Value == nil || o.writtenOutside(s, kv.Value) {
				return nil
			}
			return []analysis.TextEdit{{Pos: kv.Value.Pos(), End: kv.Value.End(), NewText: []byte(expr)}}
		}
	}
	if o.writtenOutside(s, f.literal) {
		return nil
	}
	return o.addField(f.literal, path+": "+expr)
}

// writtenOutside reports whether a value of the setting was written elsewhere
// than in the expression. What nobody wrote is where the literal is.
func (o *Object) writtenOutside(s model.Setting, expr ast.Expr) bool {
	for _, a := range o.send.set[s] {
		inside := a.Pos.IsValid() && expr.Pos() <= a.Pos && a.End <= expr.End()
		if !inside && (a.Kind != unset || a.Pos.IsValid()) {
			return true
		}
	}
	return false
}

func (o *Object) addField(lit *ast.CompositeLit, field string) []analysis.TextEdit {
	fset := o.engine.pass.Fset
	if len(lit.Elts) == 0 {
		return []analysis.TextEdit{{Pos: lit.Lbrace + 1, End: lit.Lbrace + 1, NewText: []byte(field + ", ")}} // gofmt drops the last comma
	}
	last := lit.Elts[len(lit.Elts)-1]
	separator := ", "
	if fset.Position(last.End()).Line != fset.Position(lit.Rbrace).Line {
		indent := strings.Repeat("\t", max(0, fset.Position(last.Pos()).Column-1))
		separator = ",\n" + indent
	}
	return []analysis.TextEdit{{Pos: last.End(), End: last.End(), NewText: []byte(separator + field)}}
}

// setArg changes an argument of the call.
func (o *Object) setArg(f fixer, s model.Setting, word string) []analysis.TextEdit {
	for _, arg := range f.args.Args {
		setting, ok := model.SlotSetting(arg.Slot)
		if !ok || setting != s || arg.Index < 0 || arg.Index >= len(f.call.Args) {
			continue
		}
		expr := f.call.Args[arg.Index]
		tv := o.engine.pass.TypesInfo.Types[expr]
		if tv.Value == nil {
			return nil
		}
		if text := o.spell(tv.Type, word, f.call.Pos()); text != "" {
			return []analysis.TextEdit{{Pos: expr.Pos(), End: expr.End(), NewText: []byte(text)}}
		}
	}
	return nil
}

// spell writes a word as an expression of a type.
func (o *Object) spell(t types.Type, word string, at token.Pos) string {
	if basic, ok := types.Unalias(t).(*types.Basic); ok {
		switch {
		case basic.Info()&types.IsBoolean != 0:
			return word
		case basic.Info()&types.IsString != 0:
			return `"` + word + `"`
		}
		return ""
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() == nil || named.Obj().Name() != "SameSite" || named.Obj().Pkg().Path() != "net/http" {
		return ""
	}
	file := edit.FileAt(o.engine.pass.Files, at)
	if file == nil {
		return ""
	}
	if name := edit.NameOf(file, "net/http"); name != "" {
		return name + ".SameSite" + word + "Mode"
	}
	return ""
}
