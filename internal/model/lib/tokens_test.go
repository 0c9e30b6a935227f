package lib

import (
	"go/types"
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/internal/model"
)

// ofReceiver are the slots that a receiver can play.
func ofReceiver() []model.Slot {
	return []model.Slot{model.ArgCookie, model.ArgStore, model.ArgReader, model.ArgWriter, model.ArgToken, model.ArgValue, model.ArgSession}
}

// repeats reports whether several arguments can play a slot.
func repeats(slot model.Slot) bool {
	return slot == model.ArgValue || slot == model.ArgSecret
}

// needs are the slots of which a role needs at least one.
func needs(r model.Role) []model.Slot {
	switch r {
	case model.RandReader:
		return []model.Slot{model.ArgReader}
	case model.Mac, model.SecretKey:
		return []model.Slot{model.ArgSecret}
	case model.LogSink, model.LogField, model.LogWith, model.ResponseBody, model.ResponseError, model.URLWrite, model.Encode, model.OAuthState:
		return []model.Slot{model.ArgValue}
	case model.Redirect:
		return []model.Slot{model.ArgURL}
	case model.RequestBody:
		return []model.Slot{model.ArgPointer}
	case model.TokenVerify, model.TokenParse:
		return []model.Slot{model.ArgToken, model.ArgSecret}
	case model.TokenLookup:
		return []model.Slot{model.ArgValue}
	case model.DBWrite, model.DBRead:
		return []model.Slot{model.ArgValue, model.ArgQuery}
	case model.PlainCompare, model.SafeCompare:
		return []model.Slot{model.ArgLeft}
	}
	return nil
}

// token checks what is said of a function about tokens.
func (c *checker) token(f *model.Func) {
	has := func(slots ...model.Slot) bool {
		return slices.ContainsFunc(f.Args, func(a model.Arg) bool { return slices.Contains(slots, a.Slot) })
	}
	if want := needs(f.Role); len(want) > 0 && !has(want...) {
		c.errorf("%s: role %d needs one of the slots %v", f.Symbol, f.Role, want)
	}
	if f.PerUnit != 0 && !has(model.ArgLength, model.ArgBuffer) {
		c.errorf("%s: bits for each unit of nothing", f.Symbol)
	}
	if f.PerUnit != 0 && f.Bits != 0 {
		c.errorf("%s: bits both fixed and for each unit", f.Symbol)
	}
	if has(model.ArgAlphabet) && !has(model.ArgLength) || has(model.ArgLeft) != has(model.ArgRight) {
		c.errorf("%s: half of a pair of slots", f.Symbol)
	}
	if f.Bits < 0 || f.PerUnit < 0 || f.PerUnit > 8 {
		c.errorf("%s: %d bits, %g for each unit", f.Symbol, f.Bits, f.PerUnit)
	}
	if f.Query && f.Role != model.RequestForm && f.Role != model.RequestBody {
		c.errorf("%s: role %d does not read forms", f.Symbol, f.Role)
	}
}

// tokenSuits reports whether an argument of a type can play a slot that tells
// something about tokens.
func tokenSuits(role model.Role, slot model.Slot, t types.Type) bool {
	slice, isSlice := t.Underlying().(*types.Slice)
	_, isMap := t.Underlying().(*types.Map)
	_, isFunc := t.Underlying().(*types.Signature)
	switch slot {
	case model.ArgName:
		return types.IsInterface(t)
	case model.ArgValue:
		return anyValue(role)
	case model.ArgBuffer:
		return isText(t) || types.IsInterface(t)
	case model.ArgLength:
		return basic(t, types.IsInteger) || bigInt(t) // a bound
	case model.ArgAlphabet:
		return isText(t) || isSlice
	case model.ArgReader:
		return has(t, "Read")
	case model.ArgWriter:
		return has(t, "Write")
	case model.ArgSecret, model.ArgCipher:
		return isText(t) || types.IsInterface(t) || isFunc || isSlice && isText(slice.Elem()) || isMap || isStruct(t)
	case model.ArgURL, model.ArgToken, model.ArgQuery:
		return isText(t) || types.IsInterface(t)
	case model.ArgLeft, model.ArgRight:
		return isText(t) || types.IsInterface(t) || isSlice || basic(t, types.IsInteger) || isParam(t)
	case model.ArgDefault:
		return isText(t) || isParam(t) || isSlice
	case model.ArgPointer:
		return types.IsInterface(t)
	}
	return false
}

// anyValue: what is logged, sent or stored can have any type; what is hashed
// or spelled differently is text.
func anyValue(r model.Role) bool {
	switch r {
	case model.LogSink, model.LogField, model.LogWith, model.ResponseBody, model.ResponseError, model.DBWrite, model.DBRead, model.TokenSign, model.URLWrite:
		return true
	}
	return false
}

func bigInt(t types.Type) bool {
	p, ok := t.(*types.Pointer)
	return ok && named(p.Elem(), "math/big", "Int")
}

func isStruct(t types.Type) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	_, ok := t.Underlying().(*types.Struct)
	return ok
}

func isParam(t types.Type) bool {
	_, ok := types.Unalias(t).(*types.TypeParam)
	return ok
}

func has(t types.Type, method string) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, method)
	_, ok := obj.(*types.Func)
	return ok
}

// tokenFields checks the fields that take keys, or say where tokens are.
func (c *checker) tokenFields(l *model.Library) {
	for _, k := range l.Keys {
		if v := c.structField(k.Symbol); v != nil && !tokenSuits(model.SecretKey, model.ArgSecret, v.Type()) {
			c.errorf("%s: %v holds no key", k.Symbol, v.Type())
		}
	}
	for _, f := range l.Lookups {
		v := c.structField(f.Symbol)
		if v == nil {
			continue
		}
		source, _, found := strings.Cut(f.Default, ":")
		if f.Default != "" && (!found || !slices.Contains([]string{"header", "cookie", "query", "param", "form"}, source)) {
			c.errorf("%s: default %q is not of the form source:name", f.Symbol, f.Default)
		}
	}
}

func (c *checker) structField(symbol string) *types.Var {
	typ, name := splitField(symbol)
	owner, ok := c.object(typ).(*types.TypeName)
	if !ok || owner.IsAlias() {
		c.errorf("%s: no such type, or an alias", typ)
		return nil
	}
	v := field(owner.Type(), owner.Pkg(), name)
	if v == nil || !v.Exported() {
		c.errorf("%s: no such field", symbol)
		return nil
	}
	return v
}
