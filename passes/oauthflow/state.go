package oauthflow

import (
	"go/token"
	"go/types"
	"reflect"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/follow"
	"github.com/sessionlint/sessionlint/passes/tokenflow"
)

// A Fate is what becomes of the state in a callback.
type Fate uint8

const (
	StateUnknown  Fate = iota
	StateUnread        // nobody reads it
	StateIgnored       // it is read, and not compared with anything
	StateOptional      // it is compared only if it is there
	StateCompared
)

// A stateRead is a place where the state of the answer is read.
type stateRead struct {
	fn    *ssa.Function
	value ssa.Value
	fate  Fate
}

// stateReads returns the places where the package reads the state that the
// provider sent back.
func (r *reader) stateReads() []stateRead {
	if r.stated {
		return r.states
	}
	r.stated = true
	r.each(func(fn *ssa.Function, instr ssa.Instruction) {
		v, ok := instr.(ssa.Value)
		if !ok || !r.readsState(v) {
			return
		}
		r.states = append(r.states, stateRead{fn, v, r.fate(v)})
	})
	return r.states
}

// readsState reports whether a value is the parameter called state of a
// request: read by name, or filled in by a decoder.
func (r *reader) readsState(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Call:
		if callee := calls.Callee(v.Common()); callee == nil || r.index.Func(callee) == nil && !named(v.Common(), "state") {
			return false
		}
		if !named(v.Common(), "state") {
			return false
		}
		for _, o := range r.flows.OriginsOf(v) {
			if (o.Kind.FromRequest() || o.Kind == tokenflow.Unknown) && o.Kind != tokenflow.Cookie {
				return true
			}
		}
	case *ssa.Lookup:
		if text, ok := constText(v.Index); ok && text == "state" {
			for _, o := range r.flows.OriginsOf(v.X) {
				if o.Kind.FromRequest() && o.Kind != tokenflow.Cookie {
					return true
				}
			}
		}
	case *ssa.UnOp:
		if addr, ok := v.X.(*ssa.FieldAddr); ok && v.Op == token.MUL {
			return taggedState(addr)
		}
	}
	return false
}

// named reports whether a constant argument of a call is the name.
func named(call *ssa.CallCommon, name string) bool {
	for _, a := range call.Args {
		if text, ok := constText(a); ok && text == name {
			return true
		}
	}
	return false
}

// taggedState: a field that frameworks fill from the parameter called state.
func taggedState(addr *ssa.FieldAddr) bool {
	t := addr.X.Type()
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	tag := reflect.StructTag(s.Tag(addr.Field))
	for _, key := range []string{"form", "query", "schema", "param", "json", "url"} {
		if name, _, _ := strings.Cut(tag.Get(key), ","); name == "state" {
			return true
		}
	}
	return false
}

// fate follows the state to where it ends.
func (r *reader) fate(v ssa.Value) Fate {
	uses, complete := r.walk.Uses(v)
	fate := StateIgnored
	for _, u := range uses {
		switch r.judge(u) {
		case StateCompared:
			return r.guarded(v, u)
		case StateUnknown:
			fate = StateUnknown
		}
	}
	if !complete {
		return StateUnknown
	}
	return fate
}

// judge says what one use of the state means.
func (r *reader) judge(u follow.Use) Fate {
	switch u.Kind {
	case follow.Compared:
		if text, ok := constText(u.Other); ok && text == "" || isNil(u.Other) {
			return StateIgnored // only whether it is there
		}
		return StateCompared
	case follow.Looked, follow.Kept, follow.Returned:
		return StateUnknown
	}
	callee := calls.Callee(u.Instr.(ssa.CallInstruction).Common())
	if callee == nil {
		return StateUnknown
	}
	if f := r.index.Func(callee); f != nil {
		switch f.Role {
		case model.PlainCompare, model.SafeCompare, model.TokenVerify:
			return StateCompared
		case model.Redirect, model.ResponseBody, model.ResponseError, model.LogSink, model.LogField, model.LogWith, model.URLWrite, model.HeaderWrite,
			model.CookieSend, model.RequestForm, model.RequestQuery:
			return StateIgnored
		}
	}
	if callee.Pkg() != nil {
		switch callee.Pkg().Path() {
		case "strings", "bytes":
			return StateCompared // EqualFold, HasPrefix and their like
		case "fmt", "errors", "log", "log/slog", "html/template", "text/template", "io", "net/http":
			return StateIgnored
		}
	}
	return StateUnknown
}

func isNil(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.Value == nil
}

// guarded tells a comparison that is made in any case from one that is left
// out when the answer has no state: if state != "" && state != saved.
func (r *reader) guarded(v ssa.Value, u follow.Use) Fate {
	if u.Kind != follow.Compared || u.Fn != v.Parent() {
		return StateCompared
	}
	for b := u.Instr.Block(); len(b.Preds) == 1; b = b.Preds[0] {
		pred := b.Preds[0]
		test, ok := pred.Instrs[len(pred.Instrs)-1].(*ssa.If)
		if !ok {
			return StateCompared
		}
		if op, ok := test.Cond.(*ssa.BinOp); ok && op.Op == token.NEQ && pred.Succs[0] == b && emptiness(op, u.Value) && !rejects(pred.Succs[1]) {
			return StateOptional
		}
	}
	return StateCompared
}

// emptiness reports whether an operation asks whether a text is empty.
func emptiness(op *ssa.BinOp, v ssa.Value) bool {
	x, y := op.X, op.Y
	if x != v {
		x, y = y, x
	}
	text, ok := constText(y)
	return x == v && ok && text == ""
}

// rejects reports whether a block ends the function.
func rejects(b *ssa.BasicBlock) bool {
	_, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
	return ok && len(b.Succs) == 0 && len(b.Instrs) < 12
}

// compares reports whether a function compares the state of a request it is
// given.
func (r *reader) compares(fn *ssa.Function) bool {
	for _, s := range r.stateReads() {
		if calls.Outermost(s.fn) == fn && (s.fate == StateCompared || s.fate == StateUnknown) {
			return true
		}
	}
	return false
}
