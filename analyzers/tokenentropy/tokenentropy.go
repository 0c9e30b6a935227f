package tokenentropy

import (
	_ "embed"
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
	for _, use := range tokenflow.Of(pass.Pass).At(tokenflow.InCookie, tokenflow.InRecord, tokenflow.Made) {
		if otherLimit(use.What) {
			continue
		}
		for _, o := range use.Origins {
			if o.Kind == tokenflow.Strong {
				judge(pass, sites, use, o)
			}
		}
	}
	return nil
}

func judge(pass *rule.Pass, sites *evidence.Sites, use tokenflow.Use, o tokenflow.Origin) {
	at := evidence.Ranger(use)
	switch { // how long a token is decides who calls the generator
	case o.Call.Pos().IsValid():
		at = o.Call
	case o.Pos.IsValid():
		at = evidence.Step{Start: o.Pos, Stop: o.End}
	}
	if !o.Bits.Known() {
		sites.Unknown(use, "bits-unknown", "how many random bits %s has is not known", use.What).About(use.What)
		return
	}
	n := int(o.Bits.Base)
	switch {
	case n < least:
		sites.Violation(at, "short", "%s has only %d random bits, at least %d are needed", use.What, n, least).
			About(use.What).Step(use, "becomes %s here", use.What).Steps(o.Steps)
	case n < advised:
		severity := evidence.Info
		if pass.Options.ASVS == options.ASVS50 {
			severity = evidence.Warning
		}
		sites.Violation(at, "below-128", "%s has %d random bits, %d are advised", use.What, n, advised).
			As(severity).About(use.What).Step(use, "becomes %s here", use.What).Steps(o.Steps)
	default:
		sites.Satisfied(use, "enough", "%s has %d random bits", use.What, n).About(use.What).
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
