package webhandlers

import (
	"fmt"

	"golang.org/x/tools/go/ssa"
)

// A summary is what a function does.
type summary struct {
	May, Must Effect
	Paths     outcomes
	Puts      []put  // keys and identities that are parameters
	Saves     []save // parameters that are written to a store
	Hashed    []int  // parameters in which it puts a new password
	GivesHash bool   // returns the stored form of a password

	TellsRenewal bool // its error says whether the session was renewed
	GivesUser    bool // returns who is logged in, as a directive says
}

func (s *summary) isZero() bool {
	return s.May == 0 && len(s.Puts) == 0 && len(s.Saves) == 0 && len(s.Hashed) == 0 && !s.GivesHash && !s.GivesUser && s.Paths == nothing
}

// A put stores something in a session that the caller names: the key or, if the
// function says under which Name, the text.
type put struct {
	Param int
	Name  string
	Kind  Effect // PutsIdentity or PutsIdentityStore
}

// A save is a parameter that is written to a store of accounts.
type save struct {
	Param int
	Class class
	Fresh bool // with a new password that the function itself puts there
}

// A class says what writing an account does.
type class uint8

const (
	noWrite class = iota
	updates       // an account that is there
	creates       // a new one
	either        // whichever it is
)

// A HandlerFact is the summary of a function, for other packages.
type HandlerFact struct{ Summary summary }

// AFact marks a fact.
func (*HandlerFact) AFact() {}

func (f *HandlerFact) String() string {
	s := fmt.Sprintf("does(%v", f.Summary.May)
	if f.Summary.GivesHash {
		s += " gives hash"
	}
	for _, p := range f.Summary.Saves {
		s += fmt.Sprintf(" saves %d/%d", p.Param, p.Class)
	}
	return s + ")"
}

// A Trait is something about all packages below that decides what a change
// means.
type Trait uint16

const (
	Touched     Trait = 1 << iota // there is something to read
	ClientStore                   // a session store that keeps all data on the client is made
	ServerStore                   // one that keeps them on the server is made
	Stateless                     // self-contained tokens are signed
	BoundToHash                   // tokens contain, or are signed with, something of the password
	StepUp                        // there is a way to prove again who one is
	RotatesWide                   // middleware renews the session around handlers
	Denylist                      // tokens are looked up before they are accepted
	Records                       // sessions are ended by deleting their records
)

// A PackageFact is what holds for a package and those it imports.
type PackageFact struct{ Traits Trait }

// AFact marks a fact.
func (*PackageFact) AFact() {}

func (f *PackageFact) String() string { return fmt.Sprintf("traits(%#x)", uint16(f.Traits)) }

// An outcome is a set of the effects that must come together on one path.
type outcome uint8

const (
	proved outcome = 1 << iota
	putServer
	putStore
	renewed
	elevated
)

// allOutcomes is the number of different outcomes.
const allOutcomes = 1 << 5

// outcomes is a set of outcomes: those of all paths through a function.
type outcomes uint32

// nothing is the set of paths on which nothing happens.
const nothing outcomes = 1

func outcomeOf(e Effect) outcome {
	var o outcome
	if e&Verifies != 0 {
		o |= proved
	}
	if e&PutsIdentity != 0 {
		o |= putServer
	}
	if e&PutsIdentityStore != 0 {
		o |= putStore
	}
	if e&(Renews|Begins|Destroys) != 0 {
		o |= renewed
	}
	if e&Elevates != 0 {
		o |= elevated
	}
	return o
}

// then composes paths.
func (a outcomes) then(b outcomes) outcomes {
	if b == nothing {
		return a
	}
	var out outcomes
	for x := range allOutcomes {
		if a&(1<<x) == 0 {
			continue
		}
		for y := range allOutcomes {
			if b&(1<<y) != 0 {
				out |= 1 << (x | y)
			}
		}
	}
	return out
}

// contains reports whether some path has all effects of with, and none of
// without.
func (a outcomes) contains(with, without outcome) bool {
	for x := range outcome(allOutcomes) {
		if a&(1<<x) != 0 && x&with == with && x&without == 0 {
			return true
		}
	}
	return false
}

// single is the set of one path on which an effect happens.
func single(e Effect) outcomes { return 1 << outcomeOf(e) }

// returnsOf reports whether a block ends the function in the ordinary way.
func returnsOf(b *ssa.BasicBlock) bool {
	_, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
	return ok
}
