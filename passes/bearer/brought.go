package bearer

import (
	"go/token"
	"go/types"
	"reflect"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// brought notes that a key is the one that the token itself brings along:
// whoever made the token has chosen it.
func (e *engine) brought(v ssa.Value, info *keyInfo) {
	if !namedLike(v.Type(), "JSONWebKey") {
		return
	}
	leaves, _ := e.sources(v)
	for _, leaf := range leaves {
		if call, ok := leaf.(*ssa.Call); ok {
			if fact := e.imported(calls.Callee(call.Common())); fact != nil && fact.Key != nil && fact.Key.Header != "" {
				info.header, info.at = fact.Key.Header, e.step(call)
			}
			continue
		}
		if name, at := e.ownKey(leaf); name != "" {
			info.header, info.at = name, at
		}
	}
}

// ownKey returns the header of a token that a value is the key of, unless
// somebody compares that key with one that is known: a proof of possession is
// signed with the key that it brings along.
func (e *engine) ownKey(v ssa.Value) (string, evidence.Step) {
	load, ok := v.(*ssa.UnOp)
	if !ok {
		return "", evidence.Step{}
	}
	addr, ok := load.X.(*ssa.FieldAddr)
	if !ok {
		return "", evidence.Step{}
	}
	field := e.model.BearerField(pointed(addr.X.Type()), fieldName(addr))
	if field == nil || field.Option != model.OwnKey || e.keyJudged(load) {
		return "", evidence.Step{}
	}
	return field.Claim, evidence.Step{Start: addr.Pos(), Stop: addr.Pos() + token.Pos(len(fieldName(addr)))}
}

// keyJudged reports whether a function beside the verification gets the key.
func (e *engine) keyJudged(key ssa.Value) bool {
	for _, ref := range calls.Uses(key) {
		switch ref := ref.(type) {
		case ssa.CallInstruction:
			if e.bearer(ref) == nil && !prints(ref.Common()) {
				return true
			}
		case *ssa.MakeInterface:
			if e.keyJudged(ref) {
				return true
			}
		case *ssa.Store, *ssa.Phi:
			return true // not followed
		}
	}
	return false
}

func pointed(t types.Type) types.Type {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}

// testsHeader reports whether a function tests the algorithm in the header of a
// token, before or behind the verification.
func (e *engine) testsHeader(fn *ssa.Function) bool {
	return e.testsField(fn, func(addr *ssa.FieldAddr) bool {
		field := e.model.BearerField(pointed(addr.X.Type()), fieldName(addr))
		return field != nil && field.Option == model.OwnAlgorithm
	})
}

// testsDecoded reports whether a function tests an algorithm that it decodes from the
// header of a token itself.
func (e *engine) testsDecoded(fn *ssa.Function) bool {
	return e.testsField(fn, func(addr *ssa.FieldAddr) bool {
		s, ok := pointed(addr.X.Type()).Underlying().(*types.Struct)
		if !ok {
			return false
		}
		name, _, _ := strings.Cut(reflect.StructTag(s.Tag(addr.Field)).Get("json"), ",")
		return name == "alg"
	})
}

// testsField reports whether a decision depends on one of some fields.
func (e *engine) testsField(fn *ssa.Function, is func(*ssa.FieldAddr) bool) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			addr, ok := instr.(*ssa.FieldAddr)
			if !ok || !is(addr) {
				continue
			}
			for _, use := range calls.Uses(addr) {
				if load, ok := use.(*ssa.UnOp); ok && e.decides(load, 0) {
					return true
				}
			}
		}
	}
	return false
}
