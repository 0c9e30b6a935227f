package webhandlers

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

// isHash reports whether a value is made from the stored form of a password,
// as this function, or one that it calls, has just made it.
func (e *engine) isHash(v ssa.Value) bool {
	return comesFrom(v, true, func(v ssa.Value) (bool, bool) {
		call, ok := v.(*ssa.Call)
		if !ok {
			return false, true
		}
		callee := e.calledQuietly(call.Common())
		if callee != nil && callee.GivesHash {
			return true, false
		}
		return false, spells(call.Common())
	})
}

// calledQuietly is called without reading functions that are being read.
func (e *engine) calledQuietly(call *ssa.CallCommon) *summary { return e.called(call) }

// spells reports whether a call returns another form of its arguments.
func spells(call *ssa.CallCommon) bool {
	callee := calls.Callee(call)
	if callee == nil || callee.Pkg() == nil {
		return false
	}
	switch callee.Pkg().Path() {
	case "fmt", "encoding/hex", "encoding/base64", "strings", "strconv", "bytes":
		return true
	}
	n := nameOf(callee.Name())
	return n.has("string ptr pointer from encode of nullstring new") && callee.Signature().Results().Len() == 1
}

// isNewPassword reports whether a value is called a password, or is the hash
// of one.
func (e *engine) isNewPassword(v ssa.Value) bool {
	if !isTextLike(v.Type()) {
		return false
	}
	n := nameOf(labelOf(v))
	return n.isPassword() && !n.has("old current existing previous") || n.has("hash hashed pwhash") && !n.has("token file content sha") || e.isHash(v)
}

func isTextLike(t types.Type) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	return isText(t) || types.IsInterface(t) || isNullable(t) || nameOf(typeName(t)).isPassword()
}

// isNullable: sql.NullString, and the String of packages called null.
func isNullable(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return false
	}
	return named.Obj().Name() == "NullString" || named.Obj().Name() == "String" && strings.Contains(named.Obj().Pkg().Path(), "null")
}

// byArguments adds what a call does with the password in its arguments.
func (e *engine) byArguments(fn *ssa.Function, instr ssa.CallInstruction, s *summary) {
	call := instr.Common()
	callee := calls.Callee(call)
	if callee == nil {
		return
	}
	does := forgetsCookie(callee, call) | e.expiry(call, callee) | e.redeeming(callee, call) | denies(callee, call)
	if f := e.index.Func(callee); f != nil && (f.Role == model.DBWrite || f.Role == model.DBRead) {
		does |= e.database(fn, call, callee, f)
	} else {
		does |= e.writes(fn, call, callee)
	}
	if s.May&(ChangesPassword|Creates) != 0 && does&Creates != 0 {
		does &^= ChangesPassword
	}
	s.May |= does
	s.Must |= does &^ (ChangesPassword | Creates)
	s.Paths = s.Paths.then(single(does))
}

// writes: a call, by its name, writes an account; the account carries a
// password that is new.
func (e *engine) writes(fn *ssa.Function, call *ssa.CallCommon, callee *types.Func) Effect {
	if isStd(pathOf(callee)) {
		return 0
	}
	n, on := nameOf(callee.Name()), name(nil)
	if recv := callee.Signature().Recv(); recv != nil {
		on = nameOf(typeName(recv.Type()))
	}
	how := writeClass(n)
	args := calls.Operands(call)
	if s := e.called(call); s != nil {
		for _, save := range s.Saves {
			if save.Param < len(args) {
				if does := e.saved(fn, args[save.Param], save.Class); does != 0 {
					return does
				}
				if does := e.freshly(args[save.Param], save); does != 0 {
					return does
				}
				if save.Class == updates && e.boundWithPassword(args[save.Param]) {
					return ChangesPassword
				}
			}
		}
	}
	if how == noWrite {
		return 0
	}
	for i, arg := range args {
		if i == 0 && calls.HasReceiver(call) {
			continue
		}
		account := n.isAccount() || on.isAccount() || nameOf(typeName(arg.Type())).isAccount()
		if !account {
			continue
		}
		if does := e.saved(fn, arg, how); does != 0 {
			return does
		}
		if how == updates && e.boundWithPassword(arg) && e.readsPassword(call) {
			return ChangesPassword
		}
	}
	return 0
}

func pathOf(fn *types.Func) string {
	if fn.Pkg() == nil {
		return ""
	}
	return fn.Pkg().Path()
}

// writeClass is what the name of a function says it does to a record.
func writeClass(n name) class {
	switch {
	case n.has("validate check verify parse build convert render format log send notify cache print json bind decode copy"):
		return noWrite
	case n.starts("create insert add register signup provision"):
		return creates
	case n.starts("update edit modify change patch"):
		return updates
	case n.starts("save put store persist upsert set replace write"):
		return either
	}
	return noWrite
}

// saved: an object, or a copy of it, is written; it carries a new password.
func (e *engine) saved(fn *ssa.Function, arg ssa.Value, how class) Effect {
	obj := object(arg)
	if isText(arg.Type()) || !e.carriesHash(fn, obj) {
		return 0
	}
	switch {
	case how == creates:
		return Creates
	case how == updates, e.isLoaded(obj):
		return ChangesPassword
	case isLiteral(obj):
		return Creates
	}
	return 0
}

// freshly: the function called puts a new password into what it saves.
func (e *engine) freshly(arg ssa.Value, s save) Effect {
	switch obj := object(arg); {
	case !s.Fresh || s.Class != either:
		return 0
	case e.isLoaded(obj):
		return ChangesPassword
	case isLiteral(obj):
		return Creates
	}
	return 0
}

// hashedBy reports whether a call puts a new password into an object.
func (e *engine) hashedBy(call ssa.CallInstruction, obj ssa.Value) bool {
	s := e.called(call.Common())
	if s == nil || len(s.Hashed) == 0 {
		return false
	}
	for i, arg := range calls.Operands(call.Common()) {
		if slices.Contains(s.Hashed, i) && object(arg) == object(obj) {
			return true
		}
	}
	return false
}

// uses returns the calls that an object, or the pointer in it, is given to.
func uses(obj ssa.Value) []ssa.CallInstruction {
	var out []ssa.CallInstruction
	for _, ref := range *obj.Referrers() {
		switch ref := ref.(type) {
		case ssa.CallInstruction:
			out = append(out, ref)
		case *ssa.UnOp:
			for _, use := range *ref.Referrers() {
				if call, ok := use.(ssa.CallInstruction); ok {
					out = append(out, call)
				}
			}
		case *ssa.Store:
			if a, ok := ref.Addr.(*ssa.Alloc); ok && ref.Val == obj && a.Referrers() != nil {
				for _, load := range *a.Referrers() {
					if load, ok := load.(*ssa.UnOp); ok {
						for _, use := range *load.Referrers() {
							if call, ok := use.(ssa.CallInstruction); ok {
								out = append(out, call)
							}
						}
					}
				}
			}
		}
	}
	return out
}

// carriesHash reports whether a field of an object was set to a new password.
func (e *engine) carriesHash(fn *ssa.Function, obj ssa.Value) bool {
	if obj == nil || obj.Referrers() == nil {
		return false
	}
	for _, call := range uses(obj) {
		if e.hashedBy(call, obj) {
			return true
		}
	}
	for _, addr := range fieldsOf(obj, 0) {
		if !isTextLike(addr.Type().Underlying().(*types.Pointer).Elem()) {
			continue
		}
		for _, ref := range *addr.Referrers() {
			if s, ok := ref.(*ssa.Store); ok && s.Addr == addr && (e.isHash(s.Val) || isGiven(addr, s.Val)) {
				return true
			}
		}
	}
	return false
}

// isGiven reports whether a field for a password is set to a text that is not
// that of another account.
func isGiven(addr *ssa.FieldAddr, val ssa.Value) bool {
	if !nameOf(fields.Of(addr.X.Type(), addr.Field).Name()).isPassword() || isEmpty(val) {
		return false
	}
	if _, ok := val.(*ssa.Const); ok {
		return false
	}
	return !comesFrom(val, true, func(v ssa.Value) (bool, bool) {
		switch v := v.(type) {
		case *ssa.FieldAddr:
			return isStoredPassword(v.X.Type(), v.Field) && v.X != addr.X, true
		case *ssa.Field:
			return isStoredPassword(v.X.Type(), v.Field), true
		}
		return false, true
	})
}

// fieldsOf returns the addresses of fields of an object, nested ones and those
// through copies of its pointer included.
func fieldsOf(obj ssa.Value, depth int) []*ssa.FieldAddr {
	var out []*ssa.FieldAddr
	if depth > 3 || obj.Referrers() == nil {
		return nil
	}
	for _, ref := range *obj.Referrers() {
		switch ref := ref.(type) {
		case *ssa.FieldAddr:
			out = append(append(out, ref), fieldsOf(ref, depth+1)...)
		case *ssa.UnOp:
			if isPointer(ref.Type()) {
				out = append(out, fieldsOf(ref, depth+1)...)
			}
		case *ssa.Store:
			if ref.Val == obj { // the pointer is kept in a variable
				if a, ok := ref.Addr.(*ssa.Alloc); ok {
					out = append(out, fieldsOf(a, depth+1)...)
				}
			}
		case *ssa.MakeClosure:
			inner, ok := ref.Fn.(*ssa.Function)
			for i, b := range ref.Bindings {
				if ok && b == obj && i < len(inner.FreeVars) {
					out = append(out, fieldsOf(inner.FreeVars[i], depth+1)...)
				}
			}
		}
	}
	return out
}

// isLoaded reports whether an object is one that was there before: the result
// of a call that finds it, or what the request carries.
func (e *engine) isLoaded(obj ssa.Value) bool {
	return comesFrom(obj, false, func(v ssa.Value) (bool, bool) {
		switch v := v.(type) {
		case *ssa.Lookup: // an entry of a table
			return true, false
		case *ssa.TypeAssert:
			return nameOf(typeName(v.AssertedType)).isAccount(), true
		case *ssa.Call:
			callee := calls.Callee(v.Common())
			if callee == nil {
				return false, false
			}
			n := nameOf(callee.Name())
			if n.has("new create make build parse decode bind form from") || e.takesRequestArg(v.Common()) && !e.givesCurrent(v.Common()) {
				return false, false
			}
			return n.has(loadWords) || n.isAccount(), false
		case *ssa.Alloc: // var u User; db.First(&u)
			return e.filledByQuery(v), true
		}
		return false, true
	})
}

// filledByQuery reports whether a variable is filled by a call that reads a
// database.
func (e *engine) filledByQuery(a *ssa.Alloc) bool {
	for _, ref := range *a.Referrers() {
		arg := ssa.Value(a)
		if m, ok := ref.(*ssa.MakeInterface); ok {
			arg = m
		}
		for _, use := range *arg.Referrers() {
			call, ok := use.(ssa.CallInstruction)
			if !ok {
				continue
			}
			f := e.index.Func(calls.Callee(call.Common()))
			if f != nil && f.Role == model.DBRead {
				return true
			}
		}
	}
	return false
}

func (e *engine) takesRequestArg(call *ssa.CallCommon) bool {
	for _, arg := range call.Args {
		if isRequest(arg.Type(), 0) {
			return true
		}
	}
	return false
}

// boundWithPassword reports whether an argument is a struct with a password
// that was read from the request.
func (e *engine) boundWithPassword(arg ssa.Value) bool {
	if !hasPasswordField(arg.Type()) {
		return false
	}
	a, ok := object(arg).(*ssa.Alloc)
	if !ok {
		return false
	}
	for _, ref := range *a.Referrers() {
		uses := []ssa.Instruction{ref}
		if m, ok := ref.(*ssa.MakeInterface); ok {
			uses = *m.Referrers()
		}
		for _, use := range uses {
			if call, ok := use.(ssa.CallInstruction); ok && e.binds(call.Common()) {
				return true
			}
		}
	}
	return false
}

// binds reports whether a call fills a variable from the request.
func (e *engine) binds(call *ssa.CallCommon) bool {
	callee := calls.Callee(call)
	if callee == nil {
		return false
	}
	if f := e.index.Func(callee); f != nil && f.Role == model.RequestBody {
		return true
	}
	n := nameOf(callee.Name())
	return n.has("bind decode unmarshal parse body readjson shouldbindjson bodyparser bindjson") && (e.takesRequestArg(call) || n.has("bind decode body"))
}

// hasPasswordField reports whether a struct has a text that is called a
// password.
func hasPasswordField(t types.Type) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for i := range s.NumFields() {
		f := s.Field(i)
		if nameOf(f.Name()).isPassword() && isTextLike(f.Type()) && !isBool(f.Type()) && !strings.HasPrefix(tagOf(s.Tag(i), "json"), "-") {
			return true
		}
	}
	return false
}

func tagOf(tag, key string) string {
	_, rest, ok := strings.Cut(tag, key+`:"`)
	if !ok {
		return ""
	}
	value, _, _ := strings.Cut(rest, `"`)
	return value
}

// readsPassword reports whether a function with a body in sight looks at the
// password of what it is given. Without a body, it may.
func (e *engine) readsPassword(call *ssa.CallCommon) bool {
	if s := e.called(call); s != nil && len(s.Saves) > 0 {
		return true
	}
	body := calls.Body(e.pkg, call)
	if body == nil {
		return e.fact(calls.Callee(call)) == nil
	}
	for _, p := range body.Params {
		for _, addr := range passwordFields(p) {
			_ = addr
			return true
		}
	}
	return false
}

// passwordFields returns where a password field of a parameter is read.
func passwordFields(p *ssa.Parameter) []ssa.Value {
	var out []ssa.Value
	objects := []ssa.Value{p}
	for _, ref := range *p.Referrers() {
		if s, ok := ref.(*ssa.Store); ok && s.Val == ssa.Value(p) {
			objects = append(objects, s.Addr) // copied into a variable
		}
	}
	for _, obj := range objects {
		for _, ref := range *obj.Referrers() {
			switch ref := ref.(type) {
			case *ssa.FieldAddr:
				if nameOf(fields.Of(ref.X.Type(), ref.Field).Name()).isPassword() {
					out = append(out, ref)
				}
			case *ssa.Field:
				if nameOf(fields.Of(ref.X.Type(), ref.Field).Name()).isPassword() {
					out = append(out, ref)
				}
			}
		}
	}
	return out
}

// forgetsCookie: the handler takes the cookie out of the request, so that the
// library makes a session with a fresh ID.
func forgetsCookie(callee *types.Func, call *ssa.CallCommon) Effect {
	if callee.FullName() != "(net/http.Header).Del" || len(call.Args) != 2 {
		return 0
	}
	if text, ok := textOf(call.Args[1]); ok && strings.EqualFold(text, "cookie") {
		return Renews
	}
	return 0
}

// denies: a token is put on a list of those that are not accepted any more.
func denies(callee *types.Func, call *ssa.CallCommon) Effect {
	if n := nameOf(callee.Name()); !n.has("set put add store insert save create append push setex setnx block deny blacklist") {
		return 0
	}
	for _, arg := range calls.Operands(call) {
		n := nameOf(labelOf(arg))
		comesFrom(arg, true, func(v ssa.Value) (bool, bool) {
			if text, ok := textOf(v); ok {
				n = append(n, nameOf(text)...)
			}
			return false, true
		})
		if n.has("revoked revoke revocation revoketoken blacklist blacklisted denylist denied blocklist invalidated logout") {
			return Destroys
		}
	}
	return 0
}
