package shipped

import (
	"reflect"

	"github.com/grafana/sobek/ast"
	"github.com/grafana/sobek/file"
	"github.com/grafana/sobek/token"
)

// storage returns the store that an expression names: localStorage, or
// window.localStorage.
func storage(e ast.Expression) (Store, bool) {
	name := ""
	switch e := unwrap(e).(type) {
	case *ast.Identifier:
		name = e.Name.String()
	case *ast.DotExpression:
		if isName(e.Left, "window") || isName(e.Left, "self") || isName(e.Left, "globalThis") {
			name = e.Identifier.Name.String()
		}
	}
	switch name {
	case "localStorage":
		return Local, true
	case "sessionStorage":
		return Session, true
	}
	return 0, false
}

func isName(e ast.Expression, name string) bool {
	switch e := unwrap(e).(type) {
	case *ast.Identifier:
		return e.Name.String() == name
	case *ast.DotExpression:
		return e.Identifier.Name.String() == name && isName(e.Left, "window")
	}
	return false
}

// isEmpty reports whether a value is none: what it replaces is removed.
func isEmpty(e ast.Expression) bool {
	switch e := unwrap(e).(type) {
	case *ast.NullLiteral:
		return true
	case *ast.StringLiteral:
		return e.Value.String() == ""
	case *ast.Identifier:
		return e.Name.String() == "undefined"
	}
	return false
}

// unwrap takes off what does not matter: a?.b is a.b.
func unwrap(e ast.Expression) ast.Expression {
	for {
		switch wrapped := e.(type) {
		case *ast.OptionalChain:
			e = wrapped.Expression
		case *ast.Optional:
			e = wrapped.Expression
		default:
			return e
		}
	}
}

// constants returns the texts that const declarations name, where a name is
// declared once.
func constants(program *ast.Program) map[string]string {
	values, count := make(map[string]string), make(map[string]int)
	walk(program, func(n any) {
		if d, ok := n.(*ast.LexicalDeclaration); ok {
			for _, b := range d.List {
				id, ok := b.Target.(*ast.Identifier)
				if !ok {
					continue
				}
				name := id.Name.String()
				count[name]++
				if text, ok := b.Initializer.(*ast.StringLiteral); ok && d.Token == token.CONST {
					values[name] = text.Value.String()
				}
			}
		}
	})
	for name, n := range count {
		if n > 1 {
			delete(values, name)
		}
	}
	return values
}

// walk calls visit for every node of a tree.
func walk(node any, visit func(any)) {
	w := walker{visit: visit, seen: make(map[uintptr]bool)}
	w.value(reflect.ValueOf(node))
}

type walker struct {
	visit func(any)
	seen  map[uintptr]bool // declarations are listed twice
}

func (w *walker) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.Interface:
		w.value(v.Elem())
	case reflect.Pointer:
		if v.IsNil() || v.Type() == reflect.TypeFor[*file.File]() || w.seen[v.Pointer()] {
			return
		}
		w.seen[v.Pointer()] = true
		if v.CanInterface() {
			w.visit(v.Interface())
		}
		w.value(v.Elem())
	case reflect.Slice:
		for i := range v.Len() {
			w.value(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			w.value(v.Field(i))
		}
	}
}
