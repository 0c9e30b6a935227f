package bearer

import (
	"fmt"
	"go/types"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// A TokenFact says what a function means for tokens to other packages.
type TokenFact struct {
	Options  *OptionFact // the result is an option, a list of options or a parser
	Key      *KeyFact    // the function finds keys, or returns one that does
	Signs    []SignFact  // claims that it is given
	Claims   *ClaimsFact // the result is claims
	Date     *DateFact   // the result is a moment, or the configuration of something that makes tokens
	Verifies uint32      // operands that are tokens which it verifies
	Reads    uint32      // operands that are tokens whose claims it returns unverified
	Ends     uint32      // operands that are claims whose exp it sets, or asks for
	Makes    []madeToken // session tokens that it makes, each for a whole lifetime
	Accepts  []string    // types of claims of tokens that it verifies, sorted
	Zero     uint32      // operands that make the token that it makes endless when they are zero
}

// AFact marks a fact.
func (*TokenFact) AFact() {}

func (f *TokenFact) String() string {
	s := "tokens("
	for _, part := range []struct {
		name string
		on   bool
	}{
		{"options", f.Options != nil},
		{"key", f.Key != nil},
		{"signs", len(f.Signs) > 0},
		{"claims", f.Claims != nil},
		{"date", f.Date != nil},
		{"makes", len(f.Makes) > 0},
		{"accepts", len(f.Accepts) > 0},
		{fmt.Sprintf("verifies=%b", f.Verifies), f.Verifies != 0},
		{fmt.Sprintf("reads=%b", f.Reads), f.Reads != 0},
		{fmt.Sprintf("ends=%b", f.Ends), f.Ends != 0},
		{fmt.Sprintf("zero=%b", f.Zero), f.Zero != 0},
	} {
		if part.on {
			s += " " + part.name
		}
	}
	return s + " )"
}

// An OwnFact marks own packages that have been read.
type OwnFact struct {
	Tokens  bool // it has been read
	Records bool // it has types that may hold handwritten sessions
}

// AFact marks a fact.
func (*OwnFact) AFact() {}

func (f *OwnFact) String() string { return "own" }

// An OptionFact is what options say.
type OptionFact struct {
	Complete bool
	Terms    []TermFact // sorted
}

// A TermFact is one thing that options say.
type TermFact struct {
	Option model.Option
	Claim  string
	Always bool
	Values []string
	Key    *KeyFact // of a WithSecret
}

// A KeyFact is a keyInfo without positions.
type KeyFact struct {
	Method, Symmetric, Public, Untyped, Unknown, None, Found, Open bool
	Header, Path                                                   string
}

func (f *KeyFact) info() *keyInfo {
	info := &keyInfo{
		method: f.Method, symm: f.Symmetric, public: f.Public, untyped: f.Untyped, unknown: f.Unknown, none: f.None, found: f.Found, open: f.Open, header: f.Header, path: f.Path,
	}
	return info
}

// A SignFact is a parameter whose claims are signed.
type SignFact struct {
	Param                   int
	Algorithm, Key, Library string
	Ends                    bool // it sets exp before, or refuses claims without
}

// A ClaimsFact is what claims say that a function returns.
type ClaimsFact struct {
	Exp   uint8
	Known bool
	D     time.Duration
	Names []string // sorted
}

func (f *ClaimsFact) result(claim string) holderResult {
	r := holderResult{state: hidden, names: map[string]bool{}}
	for _, name := range f.Names {
		r.names[name] = true
	}
	if claim == "exp" {
		r.state = state(f.Exp)
	}
	return r
}

// A DateFact is a moment that a function returns.
type DateFact struct {
	Param int // the moment, or the time from now, is this operand; -1: D
	D     time.Duration
}

// imported returns what another own package says of a function, or nil.
func (e *engine) imported(fn *types.Func) *TokenFact {
	if fn == nil || fn.Pkg() == nil || fn.Pkg() == e.pass.Pkg {
		return nil
	}
	fn = fn.Origin()
	if fact, ok := e.facts[fn]; ok {
		return fact
	}
	fact := new(TokenFact)
	if !e.pass.ImportObjectFact(fn, fact) {
		fact = nil
	}
	e.facts[fn] = fact
	return fact
}

// analysed reports whether a function belongs to an own package, which would
// have said something if there were something to say.
func (e *engine) analysed(fn *types.Func) bool {
	return fn.Pkg() != nil && e.pass.ImportPackageFact(fn.Pkg(), new(OwnFact))
}

// factOptions returns what an option of another own package says.
func (e *engine) factOptions(call *ssa.Call) (optionSet, bool) {
	fact := e.imported(calls.Callee(call.Common()))
	if fact == nil || fact.Options == nil {
		return optionSet{}, false
	}
	out := optionSet{terms: map[term]setting{}, complete: fact.Options.Complete, why: describe(call)}
	for _, t := range fact.Options.Terms {
		s := setting{always: t.Always, values: t.Values, known: len(t.Values) > 0, at: e.step(call)}
		if t.Key != nil {
			s.key = t.Key.info()
		}
		out.terms[term{t.Option, t.Claim}] = s
	}
	return out, true
}
