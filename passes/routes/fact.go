package routes

import (
	"fmt"
	"go/types"
)

// An AnswerFact says what a function does to the answer.
type AnswerFact struct {
	Must, May Effect
	// Status is the parameter, receiver included, that says the status; -1: none.
	Status int
	// Check: it answers in some cases only, with a rejection.
	Check bool
	// Makes is what the handler or middleware may do that it returns.
	Makes Effect
	// Guards: it, or what it returns, lets nobody pass without a check.
	Guards bool
}

// AFact marks a fact.
func (*AnswerFact) AFact() {}

func (f *AnswerFact) String() string { return fmt.Sprintf("answer(%v)", f.Must) }

// An OwnFact marks packages that were read.
type OwnFact struct{ Routes bool }

// AFact marks a fact.
func (*OwnFact) AFact() {}

func (*OwnFact) String() string { return "own" }

// imported returns the summary of a function of another own package.
func (e *engine) imported(fn *types.Func) summary {
	if fn.Pkg() == nil || fn.Pkg() == e.pass.Pkg {
		return noSummary()
	}
	e.known.Lock()
	defer e.known.Unlock()
	if s, ok := e.facts[fn]; ok {
		return s
	}
	s := noSummary()
	fact := new(AnswerFact)
	if e.pass.ImportObjectFact(fn, fact) {
		s = summary{Answer: Answer{Must: fact.Must, May: fact.May}, status: fact.Status, check: fact.Check, makes: fact.Makes, guards: fact.Guards}
	}
	e.facts[fn] = s
	return s
}

// export publishes the summaries of functions that answer.
func (e *engine) export() {
	for _, fn := range e.funcs {
		obj, ok := fn.Object().(*types.Func)
		if !ok || !obj.Exported() {
			continue
		}
		s := e.summaries[fn]
		if makes := e.makes(fn) & Rejects; s.May&^Fails|makes != 0 {
			e.pass.ExportObjectFact(obj, &AnswerFact{
				Must: s.Must, May: s.May, Status: s.status, Check: s.check, Makes: makes, Guards: (s.May|makes)&Rejects != 0 && e.lastGuards(fn),
			})
		}
	}
}
