package tokenentropy

import (
	_ "embed"
	"go/token"
	"strings"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/passes/tokenflow"
)

//go:embed doc.go
var doc string

// Analyzer reports session tokens with too few random bits.
var Analyzer = rule.New(rule.Info{
	Name: "tokenentropy", Doc: doc, ASVS4: "3.2.2", ASVS5: "7.2.3", CWE: []int{331, 334},
	Severity: evidence.Error, OnFrom4: 1, OnFrom5: 1,
}, run, tokenflow.Analyzer)

// Bits that the standards ask for.
const (
	least   = 64  // ASVS 4.0.3 3.2.2
	advised = 128 // ASVS 5.0 7.2.3
)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	seen := map[token.Pos]bool{}
	for _, use := range tokenflow.Of(pass.Pass).At(tokenflow.InCookie, tokenflow.InRecord, tokenflow.Made) {
		if otherLimit(use.What) {
			continue
		}
		for _, o := range use.Origins {
			if o.Kind == tokenflow.Strong && !o.Judged {
				judge(pass, sites, use, o, seen)
			}
		}
	}
	return nil
}

// place returns what decides how many bits there are: the call that chooses
// the length, or the generator.
func place(use tokenflow.Use, o tokenflow.Origin) evidence.Ranger {
	switch {
	case o.Call.Pos().IsValid() && o.Chosen:
		return o.Call
	case o.Pos.IsValid():
		return evidence.Step{Start: o.Pos, Stop: o.End}
	}
	return use
}

// judge gives a verdict; a generator that is used twice is one defect.
func judge(pass *rule.Pass, sites *evidence.Sites, use tokenflow.Use, o tokenflow.Origin, seen map[token.Pos]bool) {
	at := place(use, o)
	if !o.Bits.Known() {
		sites.Unknown(use, "bits-unknown", "how many random bits %s has is not known", use.What).About(use.What)
		return
	}
	n := int(o.Bits.Base)
	if n < advised && seen[at.Pos()] {
		return
	}
	seen[at.Pos()] = true
	switch {
	case n < least:
		site := sites.Violation(at, "short", "%s has only %d random bits, at least %d are needed", use.What, n, least).
			About(use.What).Step(use, "becomes %s here", use.What).Steps(o.Steps)
		repair(pass, site, at, o.Bits.Base)
	case n < advised:
		severity := evidence.Info
		if pass.Options.ASVS == options.ASVS50 {
			severity = evidence.Warning
		}
		site := sites.Violation(at, "below-128", "%s has %d random bits, %d are advised", use.What, n, advised).
			As(severity).About(use.What).Step(use, "becomes %s here", use.What).Steps(o.Steps)
		repair(pass, site, at, o.Bits.Base)
	default:
		sites.Satisfied(use, use.ForSession("enough"), "%s has %d random bits", use.What, n).About(use.What).
			Step(at, "%d random bits", n).Steps(o.Steps)
	}
}

// otherLimit: values with limits of their own, or that guard one request only.
func otherLimit(what string) bool {
	what = strings.ToLower(what)
	for _, w := range []string{"csrf", "xsrf", "nonce", "state", "otp", "pin", "code", "password", "captcha"} {
		if strings.Contains(what, w) {
			return true
		}
	}
	return false
}
