package tokenflow

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

// cookieArgs: a framework setter that takes name and value.
func (e *engine) cookieArgs(fn *ssa.Function, call ssa.CallInstruction, f *model.Func) []sink {
	common := call.Common()
	name, value := e.slot(f, common, model.ArgName), e.slot(f, common, model.ArgValue)
	if name == nil || value == nil {
		return nil
	}
	if text, ok := constString(name); ok && IsCookieCredential(text) {
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
	field := fields.Of(addr.X.Type(), addr.Field)
	out := append(e.columnSinks(fn, store, addr, field), e.adoptedSinks(fn, store, addr, field)...)
	if secret, ok := e.keyField(field, addr.X.Type()); ok {
		return []sink{{place: InKey, fn: fn, value: store.Val, expr: e.syntax.stored(store.Pos()), what: secret, hmac: !strings.Contains(field.Pkg().Path(), "jose")}}
	}
	if _, owner := named(addr.X.Type()); e.index.LookupField(addr.X.Type(), field.Name()) != nil && !hasAny(owner, "csrf") {
		return []sink{{place: InSetting, fn: fn, value: store.Val, expr: e.syntax.stored(store.Pos()), what: field.Name()}}
	}
	if !isTextual(store.Val.Type()) {
		return out
	}
	if pkg, owner := named(addr.X.Type()); pkg == "net/url" && owner == "URL" && (field.Name() == "RawQuery" || field.Name() == "Fragment") {
		return []sink{{place: InURL, fn: fn, value: store.Val, expr: e.syntax.stored(store.Pos()), what: "URL"}}
	}
	if t := e.index.TypeOf(addr.X.Type()); t != nil && t.Kind == model.Cookie {
		if field.Name() != "Value" {
			return nil
		}
		name := e.siblingText(addr, "Name")
		if name == "" || !IsCookieCredential(name) {
			return nil
		}
		return []sink{{place: InCookie, fn: fn, value: store.Val, expr: e.syntax.stored(store.Pos()), what: "session cookie " + quote(name)}}
	}
	if field.Pkg() == nil || !IsSecret(field.Name()) || !e.isOwn(field.Pkg()) {
		return out
	}
	_, owner := named(addr.X.Type())
	if has(words.Split(owner), "lock", "ls", "lease", "node", "lexer", "scanner", "parser", "cursor", "page", "iterator") {
		return out // tokens of locks, of pages, of languages
	}
	return append(out, sink{place: InRecord, fn: fn, value: store.Val, expr: e.syntax.stored(store.Pos()), what: owner + "." + field.Name()})
}

// siblingText returns the constant that the same object gets in another field.
func (e *engine) siblingText(addr *ssa.FieldAddr, name string) string {
	for _, ref := range calls.Uses(addr.X) {
		other, ok := ref.(*ssa.FieldAddr)
		if !ok || fields.Of(other.X.Type(), other.Field).Name() != name {
			continue
		}
		for _, use := range calls.Uses(other) {
			if store, ok := use.(*ssa.Store); ok && store.Addr == other {
				if text, ok := constString(store.Val); ok {
					return text
				}
			}
		}
	}
	return ""
}

// keyField reports whether a field takes key material by the model.
func (e *engine) keyField(field *types.Var, owner types.Type) (string, bool) {
	return "signing key", field.Pkg() != nil && !strings.HasSuffix(field.Name(), "File") && e.index.KeyField(owner, field.Name()) != nil
}
