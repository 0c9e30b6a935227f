package cookiesecure

import (
	_ "embed"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/passes/settings"
)

//go:embed doc.go
var doc string

// Analyzer reports session cookies that may travel over plain HTTP.
var Analyzer = rule.New(rule.Info{
	Name: "cookiesecure", Doc: doc, ASVS4: "3.4.1", ASVS5: "3.3.1", CWE: []int{614},
	Severity: evidence.Error, OnFrom4: 1, OnFrom5: 1,
}, run, settings.Analyzer)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	for _, c := range settings.Of(pass.Pass).Credentials() {
		secure := c.Get(model.Secure)
		if !secure.Applies() {
			continue
		}
		off, bad := secure.Bad(settings.Value.IsOn)
		switch {
		case bad:
			sites.Violation(off, "no-secure", "%s is sent over plain HTTP (Secure is %s), set it to true", c.Subject(), off.How()).
				At(c.Confidence()).About(c.Subject()).Steps(c.Steps()).
				Fix("Set Secure: true", c.Set(model.Secure, "true")...)
		case !secure.Complete():
			sites.Unknown(c, "secure-unknown", "Secure of %s depends on %s", c.Subject(), secure.Why()).About(c.Subject())
		case secure.FollowsTLS():
			sites.Satisfied(c, "secure-with-tls", "%s is Secure whenever the request came over TLS", c.Subject()).
				At(c.Confidence()).About(c.Subject()).Steps(secure.Proof())
		default:
			sites.Satisfied(c, "secure", "%s sets Secure", c.Subject()).
				At(c.Confidence()).About(c.Subject()).Steps(secure.Proof())
		}
	}
	return nil
}
