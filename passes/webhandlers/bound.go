package webhandlers

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

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
	for _, ref := range calls.Uses(a) {
		uses := []ssa.Instruction{ref}
		if m, ok := ref.(*ssa.MakeInterface); ok {
			uses = calls.Uses(m)
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
	if !ok || isAtServer(t) {
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
	for _, ref := range calls.Uses(p) {
		if s, ok := ref.(*ssa.Store); ok && s.Val == ssa.Value(p) {
			objects = append(objects, s.Addr) // copied into a variable
		}
	}
	for _, obj := range objects {
		for _, ref := range calls.Uses(obj) {
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
