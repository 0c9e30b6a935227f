package oauthflow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// openID reports whether the client that a request is begun with is one of
// OpenID Connect: by its scopes, by where its endpoints come from.
func (r *reader) openID(s site) Answer {
	if s.f.OpenID {
		return Yes
	}
	if client := slot(s, model.ArgClient); client != nil {
		return r.relyingParty()
	}
	receiver := calls.Argument(s.call.Common(), model.Receiver)
	if receiver == nil {
		return Maybe
	}
	sources := r.sources(receiver)
	yes, no, unclear := r.kinds(sources)
	switch {
	case yes && !no && !unclear:
		return Yes
	case no && !yes && !unclear:
		return No
	case !yes && !no && handedIn(sources) && r.makesOnlyOpenID():
		return Yes // the function serves all clients of the package
	}
	return Maybe
}

// kinds says which kinds of clients are among several: a variable that holds
// one or the other is neither.
func (r *reader) kinds(sources []ssa.Value) (yes, no, unclear bool) {
	for _, source := range sources {
		if c, ok := source.(*ssa.Const); ok && c.Value == nil {
			continue
		}
		answer := r.configured(source)
		if call, ok := source.(*ssa.Call); ok {
			if callee := calls.Callee(call.Common()); callee != nil && r.imported(callee).OpenID {
				answer = Yes
			}
		}
		yes, no, unclear = yes || answer == Yes, no || answer == No, unclear || answer == Maybe
	}
	return yes, no, unclear
}

// handedIn reports whether a client comes from callers that are not in sight.
func handedIn(sources []ssa.Value) bool {
	for _, source := range sources {
		switch x := source.(type) {
		case *ssa.Parameter:
			return true
		case *ssa.Call:
			return x.Common().IsInvoke()
		}
	}
	return false
}

// makesOnlyOpenID reports whether all clients that the package makes are of
// OpenID Connect, and there is one.
func (r *reader) makesOnlyOpenID() bool {
	some, others := false, false
	r.each(func(_ *ssa.Function, instr ssa.Instruction) {
		store, ok := instr.(*ssa.Store)
		if !ok {
			return
		}
		addr, ok := store.Addr.(*ssa.FieldAddr)
		if !ok {
			return
		}
		if f := r.index.LoginField(addr.X.Type(), fieldOf(addr).Name()); f != nil && f.Means == model.LoginScopes {
			openID := r.scopes(store.Val, Maybe) == Yes
			some, others = some || openID, others || !openID
		}
	})
	return some && !others
}

// relyingParty: clients of libraries that make them with a function say by it
// what they are; one from elsewhere is most likely made for OpenID Connect, as
// the library is.
func (r *reader) relyingParty() Answer {
	answer := Yes
	for _, c := range r.with(model.LoginClient) {
		if c.f.OpenID {
			return Yes
		}
		answer = No
	}
	return answer
}

// configured reads the settings of one client: those stored into its fields.
func (r *reader) configured(client ssa.Value) Answer {
	answer := Maybe
	r.each(func(_ *ssa.Function, instr ssa.Instruction) {
		store, ok := instr.(*ssa.Store)
		if !ok || answer == Yes {
			return
		}
		addr, ok := store.Addr.(*ssa.FieldAddr)
		if !ok || !samePlace(addr.X, client) {
			return
		}
		field := r.index.LoginField(addr.X.Type(), fieldOf(addr).Name())
		if field == nil {
			return
		}
		switch field.Means {
		case model.LoginScopes:
			answer = r.scopes(store.Val, answer)
		case model.LoginEndpoints:
			if r.isOpenIDEndpoint(store.Val) && answer == Maybe {
				answer = Yes
			}
		}
	})
	return answer
}

// samePlace reports whether two addresses are the same allocation, variable or
// field.
func samePlace(a, b ssa.Value) bool {
	if a == b {
		return true
	}
	f := fieldOf(a)
	return f != nil && f == fieldOf(b)
}

// scopes looks for the scope that makes a login one of OpenID Connect.
func (r *reader) scopes(v ssa.Value, before Answer) Answer {
	known := true
	for _, text := range r.texts(v, &known, 0) {
		if text == "openid" {
			return Yes
		}
	}
	if known && before == Maybe {
		return No
	}
	return before
}

// texts returns the constant elements of a slice of texts. It clears known if
// there are others.
func (r *reader) texts(v ssa.Value, known *bool, depth int) []string {
	if depth > 6 {
		*known = false
		return nil
	}
	var out []string
	for _, source := range r.sources(v) {
		if slice, ok := source.(*ssa.Slice); ok {
			for _, elem := range calls.Elements(slice) {
				if elem == ssa.Value(slice) {
					*known = false
				} else if text, ok := constText(elem); ok {
					out = append(out, text)
				} else {
					*known = false
				}
			}
			continue
		}
		if call, ok := source.(*ssa.Call); ok {
			if b, ok := call.Common().Value.(*ssa.Builtin); ok && b.Name() == "append" {
				for _, arg := range call.Common().Args {
					out = append(out, r.texts(arg, known, depth+1)...)
				}
				continue
			}
		}
		*known = false
	}
	return out
}

func (r *reader) isOpenIDEndpoint(v ssa.Value) bool {
	for _, source := range r.sources(v) {
		if call, ok := source.(*ssa.Call); ok {
			if f := r.role(call.Common()); f != nil && f.Role == model.LoginEndpoint {
				return true
			}
		}
	}
	return false
}

// returnsOpenID reports whether a function of the package returns a client of
// OpenID Connect.
func (r *reader) returnsOpenID(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok {
			continue
		}
		for _, v := range ret.Results {
			if !r.isClient(v.Type()) {
				continue
			}
			for _, source := range r.sources(v) {
				if r.configured(source) == Yes {
					return true
				}
			}
		}
	}
	return false
}

// isClient reports whether a type has the settings of a client.
func (r *reader) isClient(t types.Type) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for i := range s.NumFields() {
		if f := r.index.LoginField(t, s.Field(i).Name()); f != nil && f.Means == model.LoginScopes {
			return true
		}
	}
	return false
}
