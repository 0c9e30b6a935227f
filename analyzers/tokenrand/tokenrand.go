package tokenrand

import (
	_ "embed"
	"go/token"
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/tokenflow"
)

//go:embed doc.go
var doc string

// Analyzer reports session tokens that can be guessed.
var Analyzer = rule.New(rule.Info{
	Name: "tokenrand", Doc: doc, ASVS4: "3.2.4", ASVS5: "7.2.3", CWE: []int{338, 330, 340, 341},
	Severity: evidence.Error, OnFrom4: 1, OnFrom5: 1,
}, run, tokenflow.Analyzer)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	flows := tokenflow.Of(pass.Pass)
	seen := map[token.Pos]bool{} // a generator that is used twice is one defect
	for _, use := range slices.Concat(flows.At(tokenflow.InCookie, tokenflow.InState, tokenflow.InRecord), flows.At(tokenflow.Made)) {
		weak, strong := split(use.Origins)
		switch {
		case weak != nil && !hides(use):
			at := evidence.Ranger(use)
			if weak.Pos.IsValid() {
				at = evidence.Step{Start: weak.Pos, Stop: weak.End}
			}
			if seen[at.Pos()] {
				continue
			}
			seen[at.Pos()] = true
			site := sites.Violation(at, "predictable", "%s from %s is predictable, use crypto/rand", use.What, weak.Source()).
				About(use.What).Step(use, "becomes %s here", use.What).Steps(weak.Steps)
			repair(pass, site, weak)
		case use.Place == tokenflow.InCookie && ofUser(use.Origins):
			sites.Violation(use, "user-data", "%s is made of %s alone, use a random value of crypto/rand", use.What, use.Origins[0].Describe()).About(use.What).
				Step(evidence.Step{Start: use.Origins[0].Pos, Stop: use.Origins[0].End}, "read here")
		case strong:
			sites.Satisfied(use, use.ForSession("strong"), "%s comes from a cryptographic generator", use.What).
				About(use.What).Steps(use.Proof())
		case signed(use.Origins):
			sites.Satisfied(use, use.ForSession("signed"), "%s is signed: without the key nobody can make one up", use.What).
				About(use.What).Steps(use.Proof())
		case len(use.Origins) > 0 && use.Place != tokenflow.InRecord && !reads(use):
			sites.Unknown(use, "origin-unknown", "where %s comes from is not known", use.What).About(use.What)
		}
	}
	return nil
}

// ofUser reports whether everything that goes into a value is known to whoever
// knows the user.
func ofUser(set []tokenflow.Origin) bool {
	for _, o := range set {
		if !o.OfUser() {
			return false
		}
	}
	return len(set) > 0
}

// split returns the first weak origin, and whether all origins are strong.
func split(set []tokenflow.Origin) (weak *tokenflow.Origin, strong bool) {
	strong = len(set) > 0
	for i := range set {
		if set[i].Guessable() && weak == nil {
			weak = &set[i]
		}
		strong = strong && set[i].Kind == tokenflow.Strong
	}
	return weak, strong
}

// signed reports whether nobody without a key can make any of the values.
func signed(set []tokenflow.Origin) bool {
	for _, o := range set {
		if o.Kind != tokenflow.Signed && o.Kind != tokenflow.Keyed && o.Kind != tokenflow.Strong {
			return false
		}
	}
	return len(set) > 0
}

// reads reports whether a use is the result of a function that hands on what it
// gets from elsewhere, where it is made.
func reads(use tokenflow.Use) bool {
	return use.Place == tokenflow.Made && strings.EqualFold(words.Split(use.What)[0], "get")
}

// hides: a record that also takes other values is not made by this generator;
// beside a strong one, the weak generator is what is left when that fails; and a
// hash of something else as well is as hard to guess as that.
func hides(use tokenflow.Use) bool {
	return slices.ContainsFunc(use.Origins, func(o tokenflow.Origin) bool {
		switch o.Kind {
		case tokenflow.Strong:
			return true
		case tokenflow.Unknown:
			return o.Hashed || use.Place == tokenflow.InRecord
		case tokenflow.Env, tokenflow.Config, tokenflow.Secret, tokenflow.Keyed, tokenflow.Signed:
			return o.Hashed
		}
		return false
	})
}
