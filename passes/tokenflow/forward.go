package tokenflow

import (
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
)

// forwarded returns the sinks that the arguments of a call reach.
func (e *engine) forwarded(fn *ssa.Function, call ssa.CallInstruction, list []SinkFact) []sink {
	args := calls.Operands(call.Common())
	var out []sink
	for _, f := range list {
		if f.Param >= len(args) {
			continue
		}
		for _, v := range calls.Elements(args[f.Param]) {
			out = append(out, sink{
				path: f.Path, place: f.Place, fn: fn, value: v, passed: true, expr: e.syntax.argOf(call, v), what: f.What, least: f.Least, hmac: f.HMAC, checked: f.Checked,
				column: column{owner: f.Owner, name: f.What, byKey: f.Checked},
			})
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
		if s.Place != InDatabase && s.Place != InLog && s.Place != InError || s.Place != InDatabase && !e.leaksHere(fn) {
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
		if s.place == Made || s.place == InErrorText {
			continue
		}
		set := e.rawOrigins(s)
		if s.place.isKey() && composed(set) {
			continue
		}
		for _, o := range set {
			if o.Kind == param && o.Text != "" && s.place != InKey && !SecretHeader(o.Text) {
				continue // one entry of what a caller passes, and no credential
			}
			if s.place == InKey && isElement(s.value) {
				continue // of a list of arguments: which of them a caller means is not known
			}
			if o.Kind == param && o.owner == fn && !o.Hashed && !o.Short && (o.Path == "" || s.place.inParts()) {
				out = addSink(out, SinkFact{
					Param: o.Param, Path: o.Path, Place: s.place, What: s.what, Owner: s.column.owner, Least: s.least, HMAC: s.hmac,
					Checked: s.place == InKey && (s.checked || e.isChecked(s.value)) || s.place == InDatabase && e.isSought(s.column),
				})
			}
		}
	}
	e.forwards[fn] = out
	return out
}

// isKey reports whether a record is found or kept by what arrives at a place.
func (p Place) isKey() bool { return p == InLookup || p == InNewRecord }

// composed reports whether a value is made of several parameters: a record that is
// kept under an address and a number is not kept under a credential.
func composed(set origins) bool {
	first := -1
	for _, o := range set {
		if o.Kind == param && first >= 0 && o.Param != first {
			return true
		}
		if o.Kind == param {
			first = o.Param
		}
	}
	return false
}

// isElement reports whether a value is a certain element of a list.
func isElement(v ssa.Value) bool {
	for {
		switch x := v.(type) {
		case *ssa.Convert:
			v = x.X
			continue
		case *ssa.UnOp:
			ix, ok := x.X.(*ssa.IndexAddr)
			return ok && isConst(ix.Index)
		}
		return false
	}
}

// inParts reports whether what counts at a place is often a part of what a
// function is given.
func (p Place) inParts() bool { return p == InKey || p == InDatabase || p == InNewRecord }

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
