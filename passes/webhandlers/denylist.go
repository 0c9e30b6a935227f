package webhandlers

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

// denyWords are in the names of lists of tokens that are not accepted any more.
const denyWords = "revoked revoke revocation revoketoken blacklist blacklisted denylist denied blocklist invalidated logout"

// isDenyList reports whether a table, or a record, is one of tokens that are not
// accepted any more. Who left, and when, ends nothing.
func isDenyList(n name) bool {
	return n.has(denyWords) && !n.has("log logs logout logouts audit history event events count")
}

// refused judges a logout that notes its token in a list: the list must be read,
// and its key must not be the text of the token.
func (e *engine) refused(l *Logout, u *unit) {
	ends := e.find(u, Ends|Deletes|Empties, nil)
	if list := e.onlyUnread(ends, maxCallees); list != nil {
		l.Ends, l.Step, l.List = Unread, e.span(ends[0]), list.Name()
		l.Steps = []evidence.Step{{Start: list.Pos(), Stop: list.Pos(), Text: "the list, which nothing reads"}}
		return
	}
	for _, instr := range ends {
		if parsed := e.respellable(instr); parsed != nil {
			l.Ends, l.Step = Respellable, e.span(instr)
			l.Steps = []evidence.Step{e.step(parsed, "the same text is parsed here")}
			return
		}
	}
}

// onlyUnread returns the list of the package that all instructions write to, if
// nothing reads it.
func (e *engine) onlyUnread(ends []ssa.Instruction, depth int) (list types.Object) {
	for _, instr := range ends {
		at := e.listOf(instr)
		if call, ok := instr.(ssa.CallInstruction); at == nil && ok && depth > 0 {
			if body := calls.Body(e.pkg, call.Common()); body != nil {
				at = e.onlyUnread(e.find(&unit{fn: body, body: withLiterals(body)}, Ends|Deletes|Empties, nil), depth-1)
			}
		}
		if at == nil || list != nil && at != list || e.isListRead(at) {
			return nil
		}
		list = at
	}
	return list
}

// listOf returns the variable, or the field, of the package that an instruction
// notes something in.
func (e *engine) listOf(instr ssa.Instruction) types.Object {
	switch instr := instr.(type) {
	case *ssa.MapUpdate:
		return e.listAt(instr.Map)
	case *ssa.Call:
		if callee := calls.Callee(instr.Common()); callee != nil && callee.FullName() == "(*sync.Map).Store" {
			return e.listAt(instr.Common().Args[0])
		}
	}
	return nil
}

// listAt returns the variable or field, unexported and of this package, that a
// value is, or is loaded from.
func (e *engine) listAt(v ssa.Value) types.Object {
	if load, ok := v.(*ssa.UnOp); ok {
		v = load.X
	}
	var obj types.Object
	switch v := v.(type) {
	case *ssa.Global:
		obj = v.Object()
	case *ssa.FieldAddr:
		obj = fields.Of(v.X.Type(), v.Field)
	}
	if obj == nil || obj.Exported() || obj.Pkg() != e.pass.Pkg || !nameOf(obj.Name()).has(denyWords) {
		return nil
	}
	return obj
}

// isListRead reports whether anything in the package does more with a list than
// to make it and to write entries.
func (e *engine) isListRead(list types.Object) bool {
	for _, fn := range e.funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				for _, op := range instr.Operands(nil) {
					if *op != nil && e.listAt(*op) == list && !writesList(instr, *op) {
						return true
					}
				}
			}
		}
	}
	return false
}

// writesList reports whether an instruction only loads a list to go on with it,
// makes it, or writes an entry.
func writesList(instr ssa.Instruction, v ssa.Value) bool {
	switch instr := instr.(type) {
	case *ssa.UnOp, *ssa.DebugRef:
		return true // what is loaded is an operand again
	case *ssa.MapUpdate:
		return instr.Map == v
	case *ssa.Store:
		return instr.Addr == v
	case *ssa.Call:
		callee := calls.Callee(instr.Common())
		return callee != nil && callee.FullName() == "(*sync.Map).Store" && instr.Common().Args[0] == v
	}
	return false
}

// respellable returns the call that parses the text which an instruction puts into
// a list, if other spellings of it are accepted, too.
//
// The last character of base64 holds bits that decoders ignore: an HS256 token
// has 3 further spellings that verify, all of which miss the list.
func (e *engine) respellable(instr ssa.Instruction) ssa.Instruction {
	var keys []ssa.Value
	switch instr := instr.(type) {
	case *ssa.MapUpdate:
		if !nameOf(labelOf(instr.Map)).has(denyWords) {
			return nil
		}
		keys = []ssa.Value{instr.Key}
	case *ssa.Call:
		callee := calls.Callee(instr.Common())
		if callee == nil || denies(callee, instr.Common()) == 0 {
			return nil
		}
		for _, arg := range calls.Operands(instr.Common()) {
			keys = append(keys, calls.Elements(arg)...)
		}
	default:
		return nil
	}
	for _, b := range instr.Parent().Blocks {
		for _, other := range b.Instrs {
			call, ok := other.(*ssa.Call)
			if !ok || !e.ignoresSpelling(call) {
				continue
			}
			text := slot(call.Common(), e.index.Func(calls.Callee(call.Common())), model.ArgToken)
			for _, key := range keys {
				if text != nil && e.isTextOf(key, text) {
					return call
				}
			}
		}
	}
	return nil
}

// isTextOf reports whether a key is made of the text of a token, and not of
// what a parser found in it.
func (e *engine) isTextOf(key, text ssa.Value) bool {
	return isText(text.Type()) && comesFrom(key, true, func(v ssa.Value) (bool, bool) {
		if v == text {
			return true, false
		}
		call, ok := v.(*ssa.Call)
		if !ok {
			return false, true
		}
		f := e.index.Func(calls.Callee(call.Common()))
		return false, spells(call.Common()) || f != nil && (f.Role == model.Digest || f.Role == model.Encode)
	})
}

// ignoresSpelling: golang-jwt decodes base64 leniently unless WithStrictDecoding
// is given. Signatures of 48, 96 and 132 bytes have one spelling only.
func (e *engine) ignoresSpelling(call *ssa.Call) bool {
	callee := calls.Callee(call.Common())
	if callee == nil || !strings.HasPrefix(pathOf(callee), "github.com/golang-jwt/jwt/") {
		return false
	}
	if f := e.index.Func(callee); f == nil || f.Role != model.TokenVerify && f.Role != model.TokenParse {
		return false
	}
	for id, obj := range e.pass.TypesInfo.Uses {
		if obj.Pkg() != nil && obj.Pkg() == callee.Pkg() && !options.IsTest(e.pass, id.Pos()) && slices.Contains([]string{"WithStrictDecoding", "SigningMethodHS384", "SigningMethodES384", "SigningMethodES512"}, obj.Name()) {
			return false
		}
	}
	return true
}
