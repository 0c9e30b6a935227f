// Package fields names fields of structs and the selector paths that lead to
// them.
package fields

import (
	"go/token"
	"go/types"
)

// Of returns field i of a struct type, or of the struct that a pointer type
// points to; a nameless stand-in called "?" if there is none.
func Of(t types.Type, i int) *types.Var {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	if s, ok := t.Underlying().(*types.Struct); ok {
		return s.Field(i)
	}
	return types.NewField(token.NoPos, nil, "?", types.Typ[types.Invalid], false)
}

// Join puts a selector before a path: Join("a", "b.c") is "a.b.c".
func Join(first, rest string) string {
	switch {
	case rest == "":
		return first
	case first == "":
		return rest
	}
	return first + "." + rest
}
