package cookiehttponly

import (
	_ "embed"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/passes/settings"
)

//go:embed doc.go
var doc string

// Analyzer reports session cookies that scripts can read.
var Analyzer = rule.New(rule.Info{
	Name: "cookiehttponly", Doc: doc, ASVS4: "3.4.2", ASVS5: "3.3.4", CWE: []int{1004},
	Severity: evidence.Error, OnFrom4: 1, OnFrom5: 2,
}, run, settings.Analyzer)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	for _, c := range settings.Of(pass.Pass).Credentials() {
		httpOnly := c.Get(model.HTTPOnly)
		if !httpOnly.Applies() {
			continue
		}
		off, bad := httpOnly.Bad(settings.Value.IsOn)
		switch {
		case bad:
			sites.Violation(off, "no-httponly", "%s is readable by scripts (HttpOnly is %s), set it to true", c.Subject(), off.How()).
				At(c.Confidence()).About(c.Subject()).Steps(c.Steps()).
				Fix("Set HttpOnly: true", c.Set(model.HTTPOnly, "true")...)
		case !httpOnly.Complete():
			sites.Unknown(c, "httponly-unknown", "HttpOnly of %s depends on %s", c.Subject(), httpOnly.Why()).About(c.Subject())
		default:
			sites.Satisfied(c, "httponly", "%s sets HttpOnly", c.Subject()).
				At(c.Confidence()).About(c.Subject()).Steps(httpOnly.Proof())
		}
	}
	return nil
}
