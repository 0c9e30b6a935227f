package guards

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/saves"
)

// early returns what a function, or one that it calls, stores in front of a further
// step of the login.
func (e *engine) early(fn *ssa.Function, depth int) []Early {
	var all []Early
	for _, part := range append([]*ssa.Function{fn}, fn.AnonFuncs...) {
		for _, at := range e.earlyIn(part) {
			all = append(all, at.Early)
		}
		for _, call := range callsIn(part) {
			if body := calls.Body(e.pkg, call.Common()); body != nil && depth > 0 {
				all = append(all, e.early(body, depth-1)...)
			} else if fact := e.imported(calls.Callee(call.Common())); fact != nil {
				all = append(all, fact.Early...)
			}
		}
	}
	slices.SortFunc(all, func(a, b Early) int {
		return strings.Compare(a.Key+a.Function+a.Condition, b.Key+b.Function+b.Condition)
	})
	all = slices.Compact(all)
	return all[:min(len(all), maxKeys)]
}

// An earlyAt is such a value and where it is stored.
type earlyAt struct {
	Early
	stored
	then *Branch
}

func (e *engine) earlyIn(fn *ssa.Function) []earlyAt {
	var all []earlyAt
	name := calls.Outermost(fn).Name()
	for _, w := range e.wrote(fn, maxSteps) {
		if !saves.IsIdentity(w.key) {
			continue
		}
		switch then := e.branchBehind(w.at, w.key); {
		case then != nil && !then.Undone && e.quiet(then.block):
			all = append(all, earlyAt{Early{w.key, name, then.Condition}, w, then})
		case then == nil && Recovers(name) && !e.proves(fn, maxSteps):
			all = append(all, earlyAt{Early{w.key, name, ""}, w, nil})
		}
	}
	return all
}

// quiet reports whether what runs behind a branch cannot take back what was stored:
// no function of the program is given the request or its session there, other than
// to answer.
func (e *engine) quiet(step *ssa.BasicBlock) bool {
	for _, b := range step.Parent().Blocks {
		if !step.Dominates(b) {
			continue
		}
		for _, instr := range b.Instrs {
			call, ok := instr.(*ssa.Call)
			if !ok {
				continue
			}
			callee := calls.Callee(call.Common())
			if callee == nil || callee.Pkg() != e.pass.Pkg && !e.own(callee.Pkg()) || e.routes.Answer(call).May != 0 {
				continue
			}
			if e.takesRequest(callee.Signature()) {
				return false
			}
		}
	}
	return true
}

// Recovers reports whether a function, by its name, starts to recover an account:
// whoever asks for that has proved nothing.
func Recovers(name string) bool {
	name = strings.ToLower(name)
	return strings.Contains(name, "forgot") || strings.Contains(name, "lostpassword") || strings.Contains(name, "requestreset") || strings.Contains(name, "recoverstart")
}
