package tokenresponse

import (
	_ "embed"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/passes/tokenflow"
)

//go:embed doc.go
var doc string

// Analyzer reports credentials in error messages.
var Analyzer = rule.New(rule.Info{
	Name: "tokenresponse", Doc: doc, ASVS4: "7.4.1", ASVS5: "16.5.1", CWE: []int{209, 522},
	Severity: evidence.Warning, OnFrom4: 1, OnFrom5: 2,
}, run, tokenflow.Analyzer)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	for _, use := range tokenflow.Of(pass.Pass).At(tokenflow.InError) {
		constant, leaks := len(use.Origins) > 0, false
		for _, o := range use.Origins {
			constant = constant && o.Kind == tokenflow.Fixed
			if name, is := o.Credential(); is && o.Kind != tokenflow.Request && o.Kind != tokenflow.Headers {
				sites.Violation(use, "error", "%s is sent back in an error response, leave it out", name).About(name).
					Step(evidence.Step{Start: o.Pos, Stop: o.End}, "read here").Steps(o.Steps)
				leaks = true
				break
			}
		}
		switch {
		case leaks:
		case constant:
			sites.Satisfied(use, "constant", "the error response is a constant").About("error response")
		default:
			sites.Unknown(use, "content-unknown", "what the error response contains is not known").About("error response")
		}
	}
	return nil
}
