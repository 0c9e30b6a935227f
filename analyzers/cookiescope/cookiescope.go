package cookiescope

import (
	_ "embed"
	"net"
	"strings"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/passes/settings"
)

//go:embed doc.go
var doc string

// Analyzer reports session cookies that more hosts or paths get than need be.
var Analyzer = rule.New(rule.Info{
	Name: "cookiescope", Doc: doc, ASVS4: "3.4.5", ASVS5: "3.3.3", CWE: []int{668},
	Severity: evidence.Warning, OnFrom4: 1, OnFrom5: 2,
}, run, settings.Analyzer)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	for _, c := range settings.Of(pass.Pass).Credentials() {
		judgeDomain(sites, c)
		if pass.Options.SharedHost {
			judgePath(sites, c)
		}
	}
	return nil
}

func judgeDomain(sites *evidence.Sites, c *settings.Object) {
	domain := c.Get(model.Domain)
	if !domain.Applies() {
		return
	}
	wide, shared := domain.Bad(hostOnly)
	switch {
	case shared:
		text, _, _ := wide.Text()
		sites.Violation(wide, "domain", "%s goes to every sub-domain (Domain is %q), leave it out", c.Subject(), text).
			At(c.Confidence()).About(c.Subject()).Steps(c.Steps())
	case !domain.Complete():
		sites.Unknown(c, "domain-unknown", "Domain of %s depends on %s", c.Subject(), domain.Why()).About(c.Subject())
	default:
		sites.Satisfied(c, "host-only", "%s is host-only", c.Subject()).
			At(c.Confidence()).About(c.Subject()).Steps(domain.Proof())
	}
}

// hostOnly reports whether a Domain adds no host to the one that set it.
func hostOnly(v settings.Value) bool {
	domain, _, ok := v.Text()
	return !ok || domain == "" || domain == "localhost" || net.ParseIP(strings.Trim(domain, "[]")) != nil
}

func judgePath(sites *evidence.Sites, c *settings.Object) {
	path := c.Get(model.Path)
	if !path.Applies() {
		return
	}
	wide, shared := path.Bad(func(v settings.Value) bool {
		text, _, ok := v.Text()
		return ok && text != "/" && text != ""
	})
	switch {
	case shared && !hasHostPrefix(c):
		sites.Violation(wide, "path", "%s goes to every application on the host (Path is %s), set the path of this one", c.Subject(), wide.How()).
			At(c.Confidence()).About(c.Subject()).Steps(c.Steps())
	case !path.Complete():
		sites.Unknown(c, "path-unknown", "Path of %s depends on %s", c.Subject(), path.Why()).About(c.Subject())
	}
}

// hasHostPrefix: __Host- demands Path "/".
func hasHostPrefix(c *settings.Object) bool {
	for _, name := range c.Names() {
		if strings.HasPrefix(name, "__Host-") {
			return true
		}
	}
	return false
}
