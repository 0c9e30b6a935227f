package cookiesamesite

import (
	_ "embed"
	"strings"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/passes/settings"
)

//go:embed doc.go
var doc string

// Analyzer reports session cookies that other sites may cause to be sent.
var Analyzer = rule.New(rule.Info{
	Name: "cookiesamesite", Doc: doc, ASVS4: "3.4.3", ASVS5: "3.3.2", CWE: []int{1275, 352},
	Severity: evidence.Warning, OnFrom4: 1, OnFrom5: 2,
}, run, settings.Analyzer)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	for _, c := range settings.Of(pass.Pass).Credentials() {
		sameSite := c.Get(model.SameSite)
		if !sameSite.Applies() {
			continue
		}
		absent, missing := sameSite.Bad(isSet)
		none, sent := sameSite.Bad(func(v settings.Value) bool { return !isNone(v) })
		_, chosen := sameSite.Bad(isNone) // None is one of several: somebody chooses it
		switch {
		case missing:
			sites.Violation(absent, "no-samesite", "%s has no SameSite attribute (SameSite is %s), set it to Lax or Strict", c.Subject(), absent.How()).
				At(c.Confidence()).About(c.Subject()).Steps(c.Steps()).
				Fix("Set SameSite to Lax", c.Set(model.SameSite, "Lax")...)
		case sent && chosen:
			sites.Unknown(c, "samesite-unknown", "SameSite of %s depends on the path that is taken", c.Subject()).About(c.Subject())
		case sent:
			judgeNone(pass, sites, c, none)
		case !sameSite.Complete():
			sites.Unknown(c, "samesite-unknown", "SameSite of %s depends on %s", c.Subject(), sameSite.Why()).About(c.Subject())
		default:
			sites.Satisfied(c, "samesite", "%s sets SameSite", c.Subject()).
				At(c.Confidence()).About(c.Subject()).Steps(sameSite.Proof())
		}
	}
	return nil
}

// judgeNone: None needs Secure, and a reason.
func judgeNone(pass *rule.Pass, sites *evidence.Sites, c *settings.Object, none settings.Value) {
	_, insecure := c.Get(model.Secure).Bad(settings.Value.IsOn)
	switch {
	case insecure:
		sites.Violation(none, "none-without-secure", "%s is dropped by browsers (SameSite is None without Secure), set Secure", c.Subject()).
			At(c.Confidence()).As(evidence.Error).About(c.Subject())
	case pass.Options.AllowNone:
		sites.Satisfied(c, "none-intended", "%s is meant to be sent across sites", c.Subject()).At(c.Confidence()).About(c.Subject())
	default:
		sites.Violation(none, "none", "%s goes along with requests from other sites (SameSite is %s), set it to Lax or Strict", c.Subject(), none.How()).
			At(c.Confidence()).About(c.Subject()).Steps(c.Steps())
	}
}

// isSet reports whether a value is written into the cookie at all.
func isSet(v settings.Value) bool {
	word, exact, ok := v.Text()
	return ok && exact && (strings.EqualFold(word, "Lax") || strings.EqualFold(word, "Strict") || isNone(v))
}

func isNone(v settings.Value) bool {
	word, _, ok := v.Text()
	return ok && strings.EqualFold(word, "None")
}
