package settings

import (
	"fmt"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
)

// A SummaryFact says what a function means to callers in other packages.
type SummaryFact struct {
	Opaque  bool // the function does more than a fact can hold
	Sends   []SendFact
	Results []PathFact // Index is the number of the result
	Writes  []PathFact // Index is the number of the operand, receiver first
}

// AFact marks a fact.
func (*SummaryFact) AFact() {}

func (f *SummaryFact) String() string {
	if f.Opaque {
		return "settings(opaque)"
	}
	return fmt.Sprintf("settings(sends=%d results=%d writes=%d)", len(f.Sends), len(f.Results), len(f.Writes))
}

// A SendFact is a send that depends on parameters.
type SendFact struct {
	Kind    model.Kind
	Session model.SessionKind
	Library string
	Deletes bool
	Offered []string
	Set     []SettingFact // in order of Setting
}

// A SettingFact is what one setting of a send may be.
type SettingFact struct {
	Setting model.Setting
	Atoms   []AtomFact
}

// A PathFact is what a path below a result or operand may hold.
type PathFact struct {
	Index int
	Path  string
	Atoms []AtomFact
}

// An AtomFact is an Atom without positions.
type AtomFact struct {
	Kind                                        uint8
	Bool, Negated, ByDefault, Meant, Credential bool
	Int                                         int64
	Str, Library, Variable                      string
}

// AnalysedFact marks own packages: a function of such a package without a
// SummaryFact does nothing to settings.
type AnalysedFact struct{ Touched bool }

// AFact marks a fact.
func (*AnalysedFact) AFact() {}

func (f *AnalysedFact) String() string { return "analysed" }

// A DefaultsFact is what the declaration of a package-level variable shows of
// fields that look like settings: the values while nobody configures others.
type DefaultsFact struct{ Fields []DefaultField }

// AFact marks a fact.
func (*DefaultsFact) AFact() {}

func (f *DefaultsFact) String() string { return fmt.Sprintf("defaults(%d)", len(f.Fields)) }

// A DefaultField is a constant of a declaration.
type DefaultField struct {
	Path string
	Atom AtomFact
}

func (d DefaultField) atom() Atom { return d.Atom.atom() }

func (f AtomFact) atom() Atom {
	return Atom{
		Kind: atomKind(f.Kind), Bool: f.Bool, Int: f.Int, Str: f.Str, Library: f.Library, ByDefault: f.ByDefault,
		Variable: f.Variable, credential: f.Credential, meant: f.Meant, Negated: f.Negated,
	}
}

// maxText bounds the texts of a fact.
const maxText = 256

func (a Atom) fact() AtomFact {
	if len(a.Str) > maxText || len(a.Variable) > maxText {
		return AtomFact{Kind: uint8(unknown), Str: "a long text"}
	}
	return AtomFact{
		Kind: uint8(a.Kind), Bool: a.Bool, Int: a.Int, Str: a.Str, Library: a.Library, ByDefault: a.ByDefault,
		Variable: a.Variable, Credential: a.credential, Meant: a.meant, Negated: a.Negated,
	}
}

func atomFacts(vals values) []AtomFact {
	out := make([]AtomFact, len(vals))
	for i, a := range vals {
		out[i] = a.fact()
	}
	return out
}

func fromFacts(facts []AtomFact) values {
	out := make(values, len(facts))
	for i, f := range facts {
		out[i] = f.atom()
	}
	return out
}

// fact describes a send to callers in other packages. Parameters of closures
// in between are nobody's any more.
func (s *send) fact(fn *ssa.Function) SendFact {
	f := SendFact{Kind: s.kind, Session: s.session, Library: s.library, Deletes: s.deletes, Offered: s.offered}
	for i, vals := range s.set {
		if vals == nil || s.kind == model.Cookie && vals.equal(values{{Kind: unset}}) {
			continue // what a cookie does not say is unset
		}
		f.Set = append(f.Set, SettingFact{model.Setting(i), atomFacts(foreignParams(vals, fn))})
	}
	return f
}
