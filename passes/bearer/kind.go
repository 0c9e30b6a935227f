package bearer

import (
	"go/ast"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// A Kind is which token of a pair is meant, a set: the one that is shown on
// each request, or the one that gets new ones.
type Kind uint8

const (
	AccessKind Kind = 1 << iota
	RefreshKind
)

// kindOf returns which token of a pair a call asks for, as its arguments and
// what becomes of its result say. If they do not, the function does that the
// call is in.
func (e *engine) kindOf(call ssa.CallInstruction) Kind {
	expr := e.callOf(call)
	if expr == nil {
		return 0
	}
	kind := kindIn(expr.Fun)
	for _, arg := range expr.Args {
		kind |= kindIn(arg)
	}
	for _, goal := range e.syntax.goals[expr] {
		kind |= kindIn(goal)
	}
	if kind == 0 {
		kind = kindNamed(calls.Outermost(call.Parent()).Name())
	}
	return kind
}

// kindIn returns the kinds that the names and texts in an expression speak of.
func kindIn(expr ast.Expr) Kind {
	var kind Kind
	ast.Inspect(expr, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			kind |= kindNamed(n.Name)
		case *ast.BasicLit:
			kind |= kindNamed(n.Value)
		}
		return true
	})
	return kind
}

func kindNamed(name string) Kind {
	var kind Kind
	list := words.Split(name)
	if slices.Contains(list, "access") {
		kind |= AccessKind
	}
	if slices.Contains(list, "refresh") {
		kind |= RefreshKind
	}
	return kind
}
