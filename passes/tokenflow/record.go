package tokenflow

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// databaseSinks: records that are handed to a database as they are, and keys.
func (e *engine) databaseSinks(fn *ssa.Function, call ssa.CallInstruction, f *model.Func) []sink {
	if f.Role != model.DBWrite || e.slot(f, call.Common(), model.ArgQuery) != nil {
		return nil
	}
	var out []sink
	for _, v := range e.slots(f, call.Common(), model.ArgKey) {
		at := e.syntax.argOf(call, v)
		if c := (column{name: keyNamed(at), byKey: true}); at != nil && c.keeps() {
			out = append(out, stored(fn, v, "", at, c, false)...)
		}
	}
	for _, v := range e.slots(f, call.Common(), model.ArgValue) {
		out = append(out, e.recordSinks(fn, call, v, createsRecord(f.Symbol))...)
	}
	return out
}

// createsRecord reports whether a function by its name makes a new record.
func createsRecord(symbol string) bool {
	return hasAny(symbol[strings.LastIndexByte(symbol, '.')+1:], "create", "insert")
}

func (e *engine) recordSinks(fn *ssa.Function, call ssa.CallInstruction, v ssa.Value, created bool) []sink {
	at := e.syntax.argOf(call, v)
	if m, ok := v.(*ssa.MakeInterface); ok {
		v = m.X
	}
	if c, ok := namedColumn(call, v); ok { // Update("token", value)
		return stored(fn, v, "", at, c, false)
	}
	record := recordType(v)
	if record == nil {
		return nil
	}
	_, owner := named(v.Type())
	var out []sink
	for i := range record.NumFields() {
		name, kept := columnName(record, i)
		c := column{owner: owner, name: name, siblings: fieldNames(record), byKey: isKeyTag(record.Tag(i))}
		if kept && isTextual(record.Field(i).Type()) && c.keeps() {
			out = append(out, stored(fn, v, record.Field(i).Name(), at, c, created)...)
		}
	}
	return out
}

// namedColumn: the operand before a value is a constant that names its column.
func namedColumn(call ssa.CallInstruction, v ssa.Value) (column, bool) {
	operands := calls.Operands(call.Common())
	for i := 1; i < len(operands); i++ {
		if unboxed(operands[i]) != v {
			continue
		}
		if name, ok := constString(operands[i-1]); ok && isTextual(v.Type()) {
			c := column{name: name}
			return c, c.keeps()
		}
	}
	return column{}, false
}

// recordType returns the struct that a value is, or points to.
func recordType(v ssa.Value) *types.Struct {
	if m, ok := v.(*ssa.MakeInterface); ok {
		v = m.X
	}
	t := v.Type()
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, _ := t.Underlying().(*types.Struct)
	return s
}

func fieldNames(s *types.Struct) []string {
	var out []string
	for i := range s.NumFields() {
		out = append(out, s.Field(i).Name())
	}
	return out
}

// columnSinks: a field that is a column by its tag, of a record that is then
// handed to something that saves it.
func (e *engine) columnSinks(fn *ssa.Function, store *ssa.Store, addr *ssa.FieldAddr, field *types.Var) []sink {
	record := recordType(addr.X)
	if record == nil || !isColumn(record.Tag(addr.Field)) || !e.isOwn(field.Pkg()) {
		return nil
	}
	_, owner := named(addr.X.Type())
	name, _ := columnName(record, addr.Field)
	c := column{owner: owner, name: name, siblings: fieldNames(record), byKey: isKeyTag(record.Tag(addr.Field))}
	if !c.keeps() || !e.savedAfter(store, addr, fn) {
		return nil
	}
	return stored(fn, store.Val, "", e.syntax.stored(store.Pos()), c, false)
}

// savedAfter reports whether a record is handed, after a store, to a function
// that by its name saves it.
func (e *engine) savedAfter(store *ssa.Store, addr *ssa.FieldAddr, fn *ssa.Function) bool {
	for _, instr := range e.touching(placeOf(addr.X).root, fn) {
		call, ok := instr.(ssa.CallInstruction)
		if !ok || !after(call, store) {
			continue
		}
		callee := calls.Callee(call.Common())
		if callee == nil || !hasAny(callee.Name(), "create", "insert", "save", "put", "add", "update", "persist", "upsert") {
			continue
		}
		for i, arg := range calls.Operands(call.Common()) {
			if placeOf(arg).root == placeOf(addr.X).root && placeOf(arg).path == "" && (i > 0 || callee.Signature().Recv() == nil) {
				return true
			}
		}
	}
	return false
}

// after reports whether one instruction follows another in its block, or lies
// in a block that the other dominates.
func after(later, earlier ssa.Instruction) bool {
	if later.Block() != earlier.Block() {
		return earlier.Block().Dominates(later.Block())
	}
	for _, instr := range later.Block().Instrs {
		switch instr {
		case earlier:
			return true
		case later:
			return false
		}
	}
	return false
}

// keyNamed returns what a key is called: by the text before it ("session:" +
// id), else by the variable.
func keyNamed(key ast.Expr) string {
	sum, ok := ast.Unparen(key).(*ast.BinaryExpr)
	if !ok {
		return nameOf(key)
	}
	if lit, ok := ast.Unparen(sum.X).(*ast.BasicLit); ok {
		if text := strings.Trim(lit.Value, "\"`:/._-"); text != "" {
			return text
		}
	}
	return nameOf(sum.Y)
}
