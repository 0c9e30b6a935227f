package impersonation

import (
	_ "embed"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/passes/impersonating"
)

//go:embed doc.go
var doc string

// Analyzer reports identities that are taken on without a trace.
var Analyzer = rule.New(rule.Info{
	Name: "impersonation", Doc: doc, ASVS5: "16.3.1", CWE: []int{778, 269},
	Severity: evidence.Warning, OnFrom4: 2, OnFrom5: 2,
}, run, impersonating.Analyzer)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	for _, s := range impersonating.Of(pass.Pass).All() {
		j := judge{sites, s}
		j.trace(s.Actor, "actor", s.Function+" takes on another identity and forgets who acts (no actor is stored beside it)")
		j.trace(s.Log, "audit", s.Function+" takes on another identity and leaves no trace (nothing is logged)")
		j.trace(s.Right, "right", s.Function+" lets anybody take on another identity (no right is checked)")
	}
	return nil
}

type judge struct {
	sites *evidence.Sites
	at    impersonating.Switch
}

// trace judges one thing that has to be there.
func (j judge) trace(t impersonating.Trace, what, missing string) {
	switch {
	case t.Shown():
		j.sites.Satisfied(j.at, what, "%s takes on another identity: %s", j.at.Function, t.At.Text).
			About(j.at.Function).Step(t.At, "%s", t.At.Text)
	case t.Doubt != "":
		j.sites.Unknown(j.at, what+"-unknown", "%s of %s depends on %s", what, j.at.Function, t.Doubt).About(j.at.Function)
	default:
		j.sites.Violation(j.at, "no-"+what, "%s", missing).About(j.at.Function)
	}
}
