package tokenlog

import (
	_ "embed"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/passes/tokenflow"
)

//go:embed doc.go
var doc string

// Analyzer reports credentials that reach a log.
var Analyzer = rule.New(rule.Info{
	Name: "tokenlog", Doc: doc, ASVS4: "7.1.1", ASVS5: "16.2.5", CWE: []int{532},
	Severity: evidence.Warning, OnFrom4: 1, OnFrom5: 2,
}, run, tokenflow.Analyzer)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	for _, use := range tokenflow.Of(pass.Pass).At(tokenflow.InLog) {
		for _, o := range use.Origins {
			if name, is := o.Credential(); is {
				sites.Violation(use, "credential", "%s is written to a log in clear", name).About(name).
					Step(evidence.Step{Start: o.Pos, Stop: o.End}, "read here").Steps(o.Steps)
				break
			}
			if o.Hashed {
				sites.Satisfied(use, "hashed", "only a hash of %s is logged", o.Describe())
			}
		}
	}
	return nil
}
