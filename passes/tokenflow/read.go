package tokenflow

import (
	"go/ast"
	"go/types"
	"reflect"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

// A Read is a part of a request that is read by a constant name.
type Read struct {
	ast.Node
	Origin   Origin
	Function string   // the declared function around it
	Others   []Origin // what else the same function reads of the request
	Verified bool     // what is read arrives at a token lookup in this function
	Consumed bool     // a credential: the function deletes what it finds by it, so it is good for one request
	Owner    string   // the type that the function is a method of
}

// readsOfRequests returns the reads of named parameters of requests.
func (e *engine) readsOfRequests() []Read {
	var out []Read
	for _, fn := range e.funcs {
		var reads []Read
		var all []Origin
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if rng, ok := instr.(*ssa.Range); ok {
					reads = append(reads, e.walked(fn, rng)...)
				}
				if v, ok := instr.(*ssa.Lookup); ok {
					reads = append(reads, e.elementReads(fn, v)...)
				}
				v, ok := instr.(*ssa.Call)
				if !ok {
					continue
				}
				reads = append(reads, e.boundReads(fn, v)...)
				if !e.readsRequest(v) {
					continue
				}
				for _, o := range e.calledWith(e.of(v), 0) {
					if !o.Kind.FromRequest() {
						continue
					}
					all = append(all, o)
					if o.Text != "" && e.syntax.call(v.Pos()) != nil && !hidden(fn, v, o.Text) {
						reads = append(reads, Read{Node: e.syntax.call(v.Pos()), Origin: o, Function: calls.Outermost(fn).Name()})
					}
				}
			}
		}
		for i := range reads {
			reads[i].Others = all
			reads[i].Verified = e.arrives(fn, reads[i].Origin)
			reads[i].Consumed = IsCredential(reads[i].Origin.Text) && e.consumed(fn, reads[i].Origin)
			reads[i].Owner = ownerOf(fn)
		}
		out = append(out, reads...)
	}
	return out
}

// ownerOf returns the name of the type that a function is a method of, or "".
func ownerOf(fn *ssa.Function) string {
	recv := calls.Outermost(fn).Signature.Recv()
	if recv == nil {
		return ""
	}
	_, name := named(recv.Type())
	return name
}

// readsRequest reports whether the call itself names the part of the request,
// as against a helper that passes on what it was given.
func (e *engine) readsRequest(call *ssa.Call) bool {
	callee := calls.Callee(call.Common())
	if callee == nil {
		return false
	}
	f := e.model(callee)
	if f == nil {
		return false
	}
	switch f.Role {
	case model.RequestQuery, model.RequestForm, model.RequestPath, model.RequestHeader, model.RequestCookie:
		return true
	}
	return false
}

// arrives reports whether an origin arrives at a lookup in the same function.
func (e *engine) arrives(fn *ssa.Function, o Origin) bool {
	for _, s := range e.sinksOf(fn) {
		if s.place == InLookup {
			for _, have := range e.of(s.value) {
				if have.Kind == o.Kind && have.Text == o.Text {
					return true
				}
			}
		}
	}
	return false
}

// elementReads: an element of a map that holds parts of a request.
func (e *engine) elementReads(fn *ssa.Function, v *ssa.Lookup) []Read {
	name, ok := constString(v.Index)
	expr := e.syntax.element(v.Pos())
	if !ok || expr == nil {
		return nil
	}
	var reads []Read
	for _, o := range e.lookup(v) {
		if o.Text == name && o.Kind.FromRequest() {
			reads = append(reads, Read{Node: expr, Origin: o, Function: calls.Outermost(fn).Name()})
		}
	}
	return reads
}

// walked: a loop over the query that picks a parameter by comparing its key
// with a constant.
func (e *engine) walked(fn *ssa.Function, rng *ssa.Range) []Read {
	call, ok := rng.X.(*ssa.Call)
	if !ok || e.syntax.call(call.Pos()) == nil {
		return nil
	}
	var whole *Origin
	for _, o := range e.of(rng.X) {
		if o.Text == "" && (o.Kind == Query || o.Kind == URL || o.Kind == Form) {
			whole = &o
		}
	}
	if whole == nil {
		return nil
	}
	var reads []Read
	for _, name := range comparedKeys(rng) {
		o := Origin{Kind: whole.Kind, Text: name}
		if o.Kind == URL {
			o.Kind = Query
		}
		reads = append(reads, Read{Node: e.syntax.call(call.Pos()), Origin: o, Function: calls.Outermost(fn).Name()})
	}
	return reads
}

// comparedKeys returns the constants that the keys of a loop are compared with.
func comparedKeys(rng *ssa.Range) []string {
	var names []string
	for _, ref := range calls.Uses(rng) {
		next, ok := ref.(*ssa.Next)
		if !ok {
			continue
		}
		for _, use := range calls.Uses(next) {
			key, ok := use.(*ssa.Extract)
			if !ok || key.Index != 1 {
				continue
			}
			for _, test := range calls.Uses(key) {
				names = append(names, comparedTo(test, key)...)
			}
		}
	}
	return names
}

func comparedTo(instr ssa.Instruction, key ssa.Value) []string {
	var others []ssa.Value
	switch instr := instr.(type) {
	case *ssa.BinOp:
		others = []ssa.Value{instr.X, instr.Y}
	case *ssa.Call:
		if callee := calls.Callee(instr.Common()); callee == nil || callee.FullName() != "strings.EqualFold" {
			return nil
		}
		others = instr.Common().Args
	}
	var names []string
	for _, v := range others {
		if s, ok := constString(v); ok && v != key {
			names = append(names, s)
		}
	}
	return names
}

// boundReads: a struct that a framework fills from the URL, field by field.
func (e *engine) boundReads(fn *ssa.Function, call *ssa.Call) []Read {
	callee := calls.Callee(call.Common())
	if callee == nil {
		return nil
	}
	f := e.model(callee)
	if f == nil || f.Tag == "" || e.syntax.call(call.Pos()) == nil || setsQuery(fn) {
		return nil
	}
	var kind Kind
	switch {
	case f.Role == model.RequestQuery:
		kind = Query
	case f.Role == model.RequestPath:
		kind = Path
	case f.Query:
		kind = Form
	default:
		return nil
	}
	target := e.slot(f, call.Common(), model.ArgPointer)
	if made, ok := target.(*ssa.MakeInterface); ok {
		target = made.X
	}
	if target == nil {
		return nil
	}
	var reads []Read
	for _, name := range tagged(target.Type(), f.Tag) {
		reads = append(reads, Read{Node: e.syntax.call(call.Pos()), Origin: Origin{Kind: kind, Text: name}, Function: calls.Outermost(fn).Name()})
	}
	return reads
}

// setsQuery reports whether a function replaces the query of a URL.
func setsQuery(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			store, ok := instr.(*ssa.Store)
			if !ok {
				continue
			}
			if addr, ok := store.Addr.(*ssa.FieldAddr); ok && fields.Of(addr.X.Type(), addr.Field).Name() == "RawQuery" {
				return true
			}
		}
	}
	return false
}

// tagged returns the names that a struct tag gives the text fields of a struct.
func tagged(t types.Type, tag string) []string {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	var names []string
	for i := range s.NumFields() {
		name, _, _ := strings.Cut(reflect.StructTag(s.Tag(i)).Get(tag), ",")
		if name != "" && name != "-" && isTextual(s.Field(i).Type()) {
			names = append(names, name)
		}
	}
	return names
}
