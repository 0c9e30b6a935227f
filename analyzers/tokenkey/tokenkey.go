package tokenkey

import (
	_ "embed"
	"flag"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/passes/tokenflow"
)

//go:embed doc.go
var doc string

// Analyzer reports keys of sessions and tokens that others can know.
var Analyzer = rule.New(rule.Info{
	Name: "tokenkey", Doc: doc, ASVS4: "3.5.2", ASVS5: "13.3.1", CWE: []int{321, 798, 326, 1391},
	Severity: evidence.Error, OnFrom4: 1, OnFrom5: 1,
	Flags: func(f *flag.FlagSet) { f.Int("minkey", 32, "least number of bytes of an HMAC key") },
}, run, tokenflow.Analyzer)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	minimum := rule.Flag[int](pass, "minkey")
	for _, use := range tokenflow.Of(pass.Pass).At(tokenflow.InKey) {
		judge(sites, use, minimum)
	}
	return nil
}

func judge(sites *evidence.Sites, use tokenflow.Use, minimum int) {
	outside := false
	for _, o := range use.Origins {
		at := evidence.Ranger(use)
		if o.Pos.IsValid() {
			at = evidence.Step{Start: o.Pos, Stop: o.End}
		}
		switch {
		case o.Kind == tokenflow.Fixed:
			sites.Violation(at, "hard-coded", "%s is written in the code", use.What).About(use.What).Step(use, "used as %s here", use.What)
			return
		case o.Kind == tokenflow.Weak:
			sites.Violation(at, "predictable", "%s from %s is predictable", use.What, o.Text).About(use.What).Step(use, "used as %s here", use.What).Steps(o.Steps)
			return
		case o.Kind == tokenflow.Strong && o.Bits.Known() && int(o.Bits.Base) < minimum*8 && use.HMAC:
			sites.Violation(at, "short", "%s has only %d bytes, at least %d are needed", use.What, int(o.Bits.Base)/8, minimum).About(use.What)
			return
		case o.Kind == tokenflow.Env && use.HMAC && !use.Checked && len(use.Origins) == 1:
			sites.Violation(at, "maybe-empty", "%s is empty if %s is not set, and an empty key signs anything", use.What, o.Describe()).
				About(use.What).Step(use, "used as %s here", use.What)
			return
		case o.Kind != tokenflow.Strong:
			outside = true
		}
	}
	if outside || len(use.Origins) == 0 {
		sites.Unknown(use, "key-unknown", "where the %s comes from is not known", use.What).About(use.What)
		return
	}
	sites.Satisfied(use, "strong", "%s comes from a cryptographic generator", use.What).About(use.What)
}
