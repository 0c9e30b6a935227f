package tokenflow

import (
	"go/ast"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/sqltext"
	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// A column is where a database keeps a value: of a table, or a field of a
// record.
type column struct {
	owner, name string
	siblings    []string
	// byKey: what is stored here is found by it, whatever the code does.
	byKey bool
}

// keeps reports whether the names say that a credential is kept in the column.
func (c column) keeps() bool {
	list := words.Split(c.name)
	switch {
	case IsCredential(c.name) && !has(list, "auth", "authorization") && !(has(list, "access") && has(list, "key")):
		return true
	case has(list, "session", "sess") && has(list, "id"), strings.EqualFold(c.name, "sessionid"):
		return true
	case has(list, "reset", "remember", "recovery") && has(list, "token", "key", "secret") && !has(list, "at", "expires", "expiry", "hash", "digest", "hashed"):
		return true
	}
	return c.isID()
}

// isID reports whether the key of a record is its credential: the ID of a
// session that has nothing else to be recognised by.
func (c column) isID() bool {
	if !strings.EqualFold(c.name, "id") && !strings.EqualFold(c.name, "key") || !c.ofSessions() {
		return false
	}
	for _, s := range c.siblings {
		if has(words.Split(s), "hash", "digest", "token", "secret", "hashed", "verifier") {
			return false
		}
	}
	return true
}

// credentials leaves of the origins those that can be a credential there: the
// ID of a record is one only where it is made as one.
func (c column) credentials(set origins) origins {
	if closed := slices.DeleteFunc(slices.Clone(set), func(o Origin) bool { return o.open }); len(closed) > 0 {
		set = closed
	}
	if !c.isID() {
		return set
	}
	return set.each(func(o Origin) Origin {
		if o.Kind == Strong && (!o.Bits.Known() || o.Bits.Base < 128 || !strings.HasPrefix(o.Text, "rand.") && o.Text != "crypto/rand") {
			return Origin{Kind: Unknown, Text: "an ID"}
		}
		return o
	})
}

// ofSessions reports whether the records are sessions or tokens.
func (c column) ofSessions() bool {
	list := words.Split(c.owner)
	return has(list, "session", "sessions", "sess", "token", "tokens") && !isLinkToken(list) && !has(list, "csrf", "xsrf", "webhook")
}

// isSession reports whether the records are sessions.
func (c column) isSession() bool {
	return has(words.Split(c.owner), "session", "sessions", "sess") || has(words.Split(c.name), "session", "sess", "sid", "sessionid")
}

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

// databaseSinks: records that are handed to a database as they are, and keys.
func (e *engine) databaseSinks(fn *ssa.Function, call ssa.CallInstruction, f *model.Func) []sink {
	if f.Role != model.DBWrite || e.slot(f, call.Common(), model.ArgQuery) != nil {
		return nil
	}
	var out []sink
	for _, v := range e.slots(f, call.Common(), model.ArgKey) {
		at := e.syntax.argOf(call, v)
		if c := (column{owner: nameOf(at), name: nameOf(at), byKey: true}); at != nil && c.keeps() {
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

// columnName returns the name of the column of a field, and whether the field
// is kept at all.
func columnName(s *types.Struct, i int) (string, bool) {
	tag := reflect.StructTag(s.Tag(i))
	for _, key := range databaseTags() {
		text, ok := tag.Lookup(key)
		if !ok {
			continue
		}
		if text == "-" || strings.Contains(text, "serializer:") { // not kept, or in a form of its own
			return "", false
		}
		if _, after, ok := strings.Cut(text, "column:"); ok {
			name, _, _ := strings.Cut(after, ";")
			return name, true
		}
		if key == "db" || key == "bson" {
			if name, _, _ := strings.Cut(text, ","); name != "" {
				return name, true
			}
		}
	}
	return s.Field(i).Name(), true
}

func databaseTags() []string {
	return []string{"gorm", "db", "xorm", "bun", "pg", "sql", "bson", "orm"}
}

// isColumn reports whether a struct tag says that a field is kept in a database.
func isColumn(tag string) bool {
	for _, key := range databaseTags() {
		if text, ok := reflect.StructTag(tag).Lookup(key); ok && text != "-" && !strings.Contains(text, "serializer:") {
			return true
		}
	}
	return false
}

// isKeyTag reports whether a struct tag makes a field something to look
// records up by.
func isKeyTag(tag string) bool {
	for _, key := range databaseTags() {
		if text, ok := reflect.StructTag(tag).Lookup(key); ok && hasAny(text, "unique", "index", "primary", "pk") {
			return true
		}
	}
	return false
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
