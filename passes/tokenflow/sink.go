package tokenflow

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
)

// A Place says what a value becomes.
type Place uint8

const (
	NoPlace    Place = iota
	InCookie         // the value of a session cookie
	InState          // the state or nonce of a login at a provider
	InRecord         // a field of a record whose name says secret
	Made             // the result of a function that makes secrets
	InKey            // key material of sessions or tokens
	InLog            // a log
	InError          // an error that the client gets to see
	InURL            // a URL, or a redirect
	InLookup         // the token that a caller is looked up or verified by
	InDatabase       // a database, as it is
	InSetting        // a setting that says where a library finds its token
)

// A sink is a value that arrives at a place.
type sink struct {
	place Place
	fn    *ssa.Function
	value ssa.Value
	path  string // below the value
	expr  ast.Expr
	what  string // what it is there, for people
	least int    // key: least size in bits
	hmac  bool   // key: a short or empty one is accepted
	// checked: a function on the way tests the key for emptiness or length.
	checked bool
}

// sinksOf returns the sinks of a function, those of its callees that its
// arguments reach included.
func (e *engine) sinksOf(fn *ssa.Function) []sink {
	if list, ok := e.sinks[fn]; ok {
		return list
	}
	e.sinks[fn] = nil
	out := e.madeBy(fn)
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case ssa.CallInstruction:
				out = append(out, e.callSinks(fn, instr)...)
			case *ssa.Store:
				out = append(out, e.storeSinks(fn, instr)...)
			}
		}
		if len(out) > maxSinks {
			break
		}
	}
	e.sinks[fn] = out
	return out
}

const maxSinks = 2000

func (e *engine) callSinks(fn *ssa.Function, call ssa.CallInstruction) []sink {
	common := call.Common()
	callee := calleeOf(common)
	if callee == nil {
		return nil
	}
	if body := e.body(common); body != nil {
		return e.forwarded(fn, call, e.wrapped(body))
	}
	if fact := e.imported(callee); fact != nil {
		return e.forwarded(fn, call, fact.Sinks)
	}
	f := e.model(callee)
	if f == nil {
		return nil
	}
	var out []sink
	add := func(place Place, slot model.Slot, what string) {
		for _, v := range e.slots(f, common, slot) {
			out = append(out, sink{place: place, fn: fn, value: v, expr: e.syntax.argOf(call, v), what: what, least: f.Bits})
		}
	}
	switch f.Role {
	case model.LogSink, model.LogField, model.LogWith:
		add(InLog, model.ArgValue, "log")
	case model.ResponseError:
		add(InError, model.ArgValue, "error response")
	case model.Redirect:
		add(InURL, model.ArgURL, "redirect")
	case model.URLWrite:
		add(InURL, model.ArgValue, "URL")
	case model.OAuthState:
		add(InState, model.ArgValue, "OAuth state")
	case model.TokenVerify:
		add(InLookup, model.ArgToken, "token")
	case model.CookieSend:
		out = append(out, e.cookieArgs(fn, call, f)...)
	}
	for _, v := range e.slots(f, common, model.ArgSecret) {
		out = append(out, sink{place: InKey, fn: fn, value: v, expr: e.syntax.argOf(call, v), what: keyName(f, callee), least: f.Bits,
			hmac: f.Role == model.TokenSign || f.Role == model.TokenVerify})
	}
	return out
}

func keyName(f *model.Func, callee *types.Func) string {
	switch f.Role {
	case model.TokenSign:
		return "signing key"
	case model.TokenVerify:
		return "verification key"
	case model.StoreNew:
		return "session store key"
	case model.TokenEncode:
		return "cookie key"
	}
	return "key of " + callee.Name()
}

// cookieArgs: a framework setter that takes name and value.
func (e *engine) cookieArgs(fn *ssa.Function, call ssa.CallInstruction, f *model.Func) []sink {
	common := call.Common()
	name, value := e.slot(f, common, model.ArgName), e.slot(f, common, model.ArgValue)
	if name == nil || value == nil {
		return nil
	}
	if text, ok := constString(name); ok && IsCredential(text) {
		return []sink{{place: InCookie, fn: fn, value: value, expr: e.syntax.argOf(call, value), what: "session cookie " + quote(text)}}
	}
	return nil
}

// storeSinks: the value of a cookie literal, a field that is called a secret.
func (e *engine) storeSinks(fn *ssa.Function, store *ssa.Store) []sink {
	addr, ok := store.Addr.(*ssa.FieldAddr)
	if !ok {
		return nil
	}
	field := fieldOf(addr.X.Type(), addr.Field)
	if secret, ok := e.keyField(field, addr.X.Type()); ok {
		return []sink{{place: InKey, fn: fn, value: store.Val, expr: e.syntax.stored(store.Pos()), what: secret, hmac: !strings.Contains(field.Pkg().Path(), "jose")}}
	}
	if _, owner := named(addr.X.Type()); e.index.LookupField(addr.X.Type(), field.Name()) != nil && !hasAny(owner, "csrf") {
		return []sink{{place: InSetting, fn: fn, value: store.Val, expr: e.syntax.stored(store.Pos()), what: field.Name()}}
	}
	if !isTextual(store.Val.Type()) {
		return nil
	}
	if t := e.index.TypeOf(addr.X.Type()); t != nil && t.Kind == model.Cookie {
		if field.Name() != "Value" {
			return nil
		}
		name := e.siblingText(addr, "Name")
		if name == "" || !IsCredential(name) {
			return nil
		}
		return []sink{{place: InCookie, fn: fn, value: store.Val, expr: e.syntax.stored(store.Pos()), what: "session cookie " + quote(name)}}
	}
	if field.Pkg() == nil || !IsSecret(field.Name()) || !e.isOwn(field.Pkg()) {
		return nil
	}
	_, owner := named(addr.X.Type())
	return []sink{{place: InRecord, fn: fn, value: store.Val, expr: e.syntax.stored(store.Pos()), what: owner + "." + field.Name()}}
}

// siblingText returns the constant that the same object gets in another field.
func (e *engine) siblingText(addr *ssa.FieldAddr, name string) string {
	for _, ref := range *addr.X.Referrers() {
		other, ok := ref.(*ssa.FieldAddr)
		if !ok || fieldOf(other.X.Type(), other.Field).Name() != name {
			continue
		}
		for _, use := range *other.Referrers() {
			if store, ok := use.(*ssa.Store); ok && store.Addr == other {
				if text, ok := constString(store.Val); ok {
					return text
				}
			}
		}
	}
	return ""
}

// madeBy: what a function returns whose name says that it makes secrets.
func (e *engine) madeBy(fn *ssa.Function) []sink {
	results := fn.Signature.Results()
	if fn.Parent() != nil || results.Len() == 0 || !isTextual(results.At(0).Type()) || !makesSecret(fn.Name()) {
		return nil
	}
	return []sink{{place: Made, fn: fn, what: fn.Name()}}
}

func isTextual(t types.Type) bool {
	switch t := t.Underlying().(type) {
	case *types.Basic:
		return t.Info()&types.IsString != 0
	case *types.Slice:
		b, ok := t.Elem().Underlying().(*types.Basic)
		return ok && b.Kind() == types.Byte
	}
	return false
}

// isOwn reports whether a package was analysed with us.
func (e *engine) isOwn(pkg *types.Package) bool {
	return pkg == e.pass.Pkg || e.pass.ImportPackageFact(pkg, new(OwnFact))
}

// forwarded returns the sinks that the arguments of a call reach.
func (e *engine) forwarded(fn *ssa.Function, call ssa.CallInstruction, list []SinkFact) []sink {
	args := operands(call.Common())
	var out []sink
	for _, f := range list {
		if f.Param >= len(args) {
			continue
		}
		for _, v := range unpack(args[f.Param]) {
			out = append(out, sink{path: f.Path, place: f.Place, fn: fn, value: v, expr: e.syntax.argOf(call, v), what: f.What, least: f.Least, hmac: f.HMAC, checked: f.Checked})
		}
	}
	return out
}

// wrapped returns the sinks of the parameters of a function of this package
// that are judged where it is called. A leak is judged where it happens if all
// callers are in sight, unless the function is there to log.
func (e *engine) wrapped(fn *ssa.Function) []SinkFact {
	var out []SinkFact
	for _, s := range e.paramSinks(fn) {
		if s.Place != InLog && s.Place != InError || !e.leaksHere(fn) {
			out = append(out, s)
		}
	}
	return out
}

// leaksHere reports whether a leak of a parameter is judged in the function.
func (e *engine) leaksHere(fn *ssa.Function) bool {
	return isInternal(fn) && len(e.callersOf(fn)) > 0 &&
		!hasAny(fn.Name(), "log", "print", "debug", "info", "warn", "error", "fatal", "trace", "write", "respond", "reply", "fail", "abort", "send", "report", "json", "render")
}

// paramSinks returns which parameters of a function of this package arrive at
// a place as they are.
func (e *engine) paramSinks(fn *ssa.Function) []SinkFact {
	if list, ok := e.forwards[fn]; ok {
		return list
	}
	e.forwards[fn] = nil
	var out []SinkFact
	all := e.sinksOf(fn)
	for _, literal := range fn.AnonFuncs {
		all = append(all[:len(all):len(all)], e.sinksOf(literal)...)
	}
	for _, s := range append(all[:len(all):len(all)], e.keysThroughFields()[fn]...) {
		if s.place == Made {
			continue
		}
		for _, o := range e.rawOrigins(s) {
			if o.Kind == param && o.owner == fn && !o.Hashed && !o.Short && (o.Path == "" || s.place == InKey) {
				out = addSink(out, SinkFact{Param: o.Param, Path: o.Path, Place: s.place, What: s.what, Least: s.least, HMAC: s.hmac, Checked: s.place == InKey && (s.checked || e.isChecked(s.value))})
			}
		}
	}
	e.forwards[fn] = out
	return out
}

// keysThroughFields returns the keys that a function takes from a field into
// which another function of the package stores its parameter: by that one.
func (e *engine) keysThroughFields() map[*ssa.Function][]sink {
	if e.stored != nil {
		return e.stored
	}
	e.stored = map[*ssa.Function][]sink{}
	for _, fn := range e.funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				call, ok := instr.(ssa.CallInstruction)
				if !ok || e.body(call.Common()) != nil {
					continue
				}
				for _, s := range e.callSinks(fn, call) {
					if s.place == InKey {
						e.storeKey(s)
					}
				}
			}
		}
	}
	return e.stored
}

func (e *engine) storeKey(s sink) {
	for _, o := range e.valueOrigins(s) {
		if o.Kind == param && o.owner != s.fn && o.owner != nil {
			e.stored[o.owner] = append(e.stored[o.owner], s)
		}
	}
}

func addSink(list []SinkFact, s SinkFact) []SinkFact {
	for _, have := range list {
		if have.Param == s.Param && have.Path == s.Path && have.Place == s.Place {
			return list
		}
	}
	return append(list, s)
}

func quote(s string) string { return `"` + s + `"` }

// keyField reports whether a field takes key material by the model.
func (e *engine) keyField(field *types.Var, owner types.Type) (string, bool) {
	return "signing key", field.Pkg() != nil && !strings.HasSuffix(field.Name(), "File") && e.index.KeyField(owner, field.Name()) != nil
}
