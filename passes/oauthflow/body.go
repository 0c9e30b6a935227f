package oauthflow

import (
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
)

// decoded reports whether a value is, or is a part of, a field of an object
// that a decoder fills from the body of a request.
func (r *reader) decoded(v ssa.Value) bool {
	seen := map[ssa.Value]bool{}
	todo := []ssa.Value{v}
	for len(todo) > 0 && len(seen) < maxSources {
		v, todo = todo[0], todo[1:]
		for _, source := range r.sources(v) {
			if seen[source] {
				continue
			}
			seen[source] = true
			switch x := source.(type) {
			case *ssa.FieldAddr:
				if r.filledIn(x.X) {
					return true
				}
			case *ssa.Field:
				if r.filledIn(x.X) {
					return true
				}
			case *ssa.BinOp:
				todo = append(todo, x.X, x.Y)
			case *ssa.Call:
				todo = append(todo, spelled(x)...)
			}
		}
	}
	return false
}

// spelled returns what a call that only spells texts differently is given.
func spelled(call *ssa.Call) []ssa.Value {
	callee := calls.Callee(call.Common())
	if callee == nil || callee.Pkg() == nil {
		return nil
	}
	switch callee.Pkg().Path() {
	case "fmt", "strings", "net/url":
	default:
		return nil
	}
	var out []ssa.Value
	for _, a := range call.Common().Args {
		out = append(out, calls.Elements(a)...)
	}
	return out
}

// filledIn reports whether an object is handed to a decoder where a request is
// handled.
func (r *reader) filledIn(object ssa.Value) bool {
	for _, source := range r.sources(object) {
		alloc, ok := source.(*ssa.Alloc)
		if !ok || !handlesRequest(alloc.Parent()) {
			continue
		}
		for _, ref := range calls.Uses(alloc) {
			if made, ok := ref.(*ssa.MakeInterface); ok && givenToDecoder(made) {
				return true
			}
		}
	}
	return false
}

func givenToDecoder(v ssa.Value) bool {
	for _, ref := range calls.Uses(v) {
		call, ok := ref.(ssa.CallInstruction)
		if !ok {
			continue
		}
		callee := calls.Callee(call.Common())
		if callee == nil {
			continue
		}
		name := strings.ToLower(callee.Name())
		for _, part := range []string{"decode", "bind", "unmarshal", "parse", "readjson"} {
			if strings.Contains(name, part) {
				return true
			}
		}
	}
	return false
}
