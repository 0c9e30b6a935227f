package bearer

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
)

// A term is one thing that options say.
type term struct {
	option model.Option
	claim  string
}

// A setting is how options say it.
type setting struct {
	always bool // on every path
	values []string
	known  bool // values are all there are
	secret ssa.Value
	key    *keyInfo // of a secret in another package
	at     evidence.Step
}

// An optionSet is what a list of options says.
type optionSet struct {
	terms    map[term]setting
	complete bool // nothing else is said
	why      string
}

func noOptions() optionSet { return optionSet{terms: map[term]setting{}, complete: true} }

func unknownOptions(why string) optionSet {
	return optionSet{terms: map[term]setting{}, why: why}
}

// both joins what two lists say that are given together.
func (s optionSet) both(o optionSet) optionSet {
	out := optionSet{terms: map[term]setting{}, complete: s.complete && o.complete, why: s.why}
	if out.why == "" {
		out.why = o.why
	}
	for k, v := range s.terms {
		out.terms[k] = v
	}
	for k, v := range o.terms {
		if have, ok := out.terms[k]; ok {
			v.always = v.always || have.always
		}
		out.terms[k] = v
	}
	return out
}

// either joins what two lists say of which one is given.
func (s optionSet) either(o optionSet) optionSet {
	out := s.both(o)
	for k, v := range out.terms {
		a, inA := s.terms[k]
		b, inB := o.terms[k]
		v.always = inA && inB && a.always && b.always
		v.known = v.known && (!inA || a.known) && (!inB || b.known)
		if inA && inB {
			v.values = union(a.values, b.values)
		}
		out.terms[k] = v
	}
	return out
}

func union(a, b []string) []string {
	out := append(slices.Clone(a), b...)
	slices.Sort(out)
	return slices.Compact(out)
}
