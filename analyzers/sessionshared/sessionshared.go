package sessionshared

import (
	_ "embed"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/passes/sharing"
)

//go:embed doc.go
var doc string

// Analyzer reports what one request leaves for others to find.
var Analyzer = rule.New(rule.Info{
	Name: "sessionshared", Doc: doc, ASVS4: "3.2.1", ASVS5: "7.2.1", CWE: []int{488},
	Severity: evidence.Error, OnFrom4: 1, OnFrom5: 1,
}, run, sharing.Analyzer)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	for _, k := range sharing.Of(pass.Pass).Kept() {
		switch k.Kind {
		case sharing.Identity:
			sites.Violation(k, "identity", "%s %q keeps the identity of one request for all others, use the request's context", k.Place, k.Name).
				About(k.Function).Step(k.From, "identity of the request")
		case sharing.Session:
			sites.Violation(k, "session", "%s %q keeps the session of one request for all others, use the request's context", k.Place, k.Name).
				About(k.Function).Step(k.From, "session of the request")
		case sharing.Lent:
			sites.Violation(k, "lent", "text of the request is kept in a %s but overwritten by the next, copy it", k.Place).
				About(k.Function).Step(k.From, "text is lent until the handler returns")
		}
	}
	return nil
}
