package tokenflow

import (
	"go/ast"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/sqltext"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// statementSinks: the values that the text of a statement puts into columns,
// whoever runs it.
func (e *engine) statementSinks(fn *ssa.Function, call ssa.CallInstruction) []sink {
	operands := calls.Operands(call.Common())
	for i, operand := range operands {
		text, ok := statementText(operand)
		if !ok {
			continue
		}
		var values []ssa.Value
		for _, rest := range operands[i+1:] {
			values = append(values, calls.Elements(rest)...)
		}
		at := e.syntax.argOf(call, operand)
		s := sqltext.Parse(text)
		var out []sink
		for _, w := range s.Writes {
			c := column{owner: s.Table, name: w.Column, siblings: names(s.Writes)}
			if !c.keeps() {
				continue
			}
			if v, path, ok := bound(values, w); ok {
				out = append(out, stored(fn, v, path, at, c, s.Verb == "insert")...)
			}
		}
		return out
	}
	return nil
}

func names(list []sqltext.Binding) []string {
	var out []string
	for _, b := range list {
		out = append(out, b.Column)
	}
	return out
}

// statementText returns the text of a statement: a constant, the constant that
// a variable is initialised with, or one that a helper rewrites for a dialect.
func statementText(v ssa.Value) (string, bool) {
	if m, ok := v.(*ssa.MakeInterface); ok {
		v = m.X
	}
	text, ok := constString(v)
	switch x := v.(type) {
	case *ssa.UnOp:
		if g, isGlobal := x.X.(*ssa.Global); isGlobal {
			text, ok = constString(initialValue(g))
		}
	case *ssa.Call:
		for _, arg := range x.Common().Args {
			if text, ok = constString(arg); ok {
				break
			}
		}
	}
	return text, ok && writes(text)
}

// writes reports whether a text begins like a statement that stores something.
func writes(text string) bool {
	text = strings.TrimSpace(text)
	if len(text) < 8 {
		return false
	}
	switch strings.ToLower(text[:6]) {
	case "insert", "update", "replac":
		return true
	}
	return false
}

// bound returns the argument of a binding.
func bound(values []ssa.Value, b sqltext.Binding) (v ssa.Value, path string, ok bool) {
	if b.Name == "" {
		if b.Index < len(values) {
			return values[b.Index], "", true
		}
		return nil, "", false
	}
	if len(values) != 1 {
		return nil, "", false
	}
	record := recordType(values[0])
	if record == nil {
		return nil, "", false
	}
	for i := range record.NumFields() {
		if name, _ := columnName(record, i); strings.EqualFold(name, b.Name) || strings.EqualFold(record.Field(i).Name(), b.Name) {
			return values[0], record.Field(i).Name(), true
		}
	}
	return nil, "", false
}

// stored returns the sinks of a value that is kept in a column; a new record
// is also made under it if it is its key.
func stored(fn *ssa.Function, v ssa.Value, path string, at ast.Expr, c column, created bool) []sink {
	s := sink{place: InDatabase, fn: fn, value: v, path: path, expr: at, what: c.name, column: c}
	out := []sink{s}
	if created && c.isSession() {
		s.place = InNewRecord
		out = append(out, s)
	}
	return out
}
