package cookieprefix

import (
	_ "embed"
	"flag"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/passes/settings"
)

//go:embed doc.go
var doc string

// Analyzer reports cookie name prefixes that are broken or missing.
var Analyzer = rule.New(rule.Info{
	Name: "cookieprefix", Doc: doc, ASVS4: "3.4.4", ASVS5: "3.3.3", CWE: []int{565},
	Severity: evidence.Error, OnFrom4: 1, OnFrom5: 1,
	Flags: func(f *flag.FlagSet) { f.Bool("require", false, "report session cookies without a prefix as warnings") },
}, run, settings.Analyzer)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	for _, c := range settings.Of(pass.Pass).Objects() {
		if c.Deletion() {
			continue // cookiedelete says whether it works
		}
		if p := prefixOf(c); p != "" {
			judgePrefix(sites, c, p)
		} else {
			judgeMissing(pass, sites, c)
		}
	}
	return nil
}

// prefixOf returns the prefix that the only name of a cookie has.
func prefixOf(c *settings.Object) string {
	names := c.Names()
	if len(names) != 1 || !c.Get(model.Name).Complete() {
		return ""
	}
	return prefixIn(names[0])
}

// prefixIn returns the prefix of a name, in the spelling of the standard.
func prefixIn(name string) string {
	for _, p := range []string{"__Host-", "__Secure-"} {
		if len(name) > len(p) && strings.EqualFold(name[:len(p)], p) {
			return p
		}
	}
	return ""
}

// judgePrefix: browsers reject a cookie that breaks the promise of its prefix.
func judgePrefix(sites *evidence.Sites, c *settings.Object, prefix string) {
	name := c.Names()[0]
	broken := func(at evidence.Ranger, category, why string) *evidence.Site {
		return sites.Violation(at, category, "cookie %q is rejected by browsers (%s)", name, why).
			At(evidence.Certain).About(c.Subject())
	}
	secure, path, domain := c.Get(model.Secure), c.Get(model.Path), c.Get(model.Domain)
	off, insecure := secure.Bad(settings.Value.IsOn)
	elsewhere, narrow := path.Bad(isRoot)
	wide, shared := domain.Bad(isEmpty)
	narrow, shared = narrow && prefix == "__Host-", shared && prefix == "__Host-"
	repair := []change{
		{insecure, "Set Secure: true", model.Secure, "true"},
		{narrow, `Set Path: "/"`, model.Path, "/"},
		{shared, "Drop Domain", model.Domain, ""},
	}
	switch {
	case insecure:
		fix(broken(off, "prefix-without-secure", "Secure is "+off.How()), c, repair)
	case narrow:
		fix(broken(elsewhere, "host-prefix-without-root", `Path is not "/"`), c, repair)
	case shared:
		fix(broken(wide, "host-prefix-with-domain", "Domain is set"), c, repair)
	case !secure.Complete() || prefix == "__Host-" && (!path.Complete() || !domain.Complete()):
		sites.Unknown(c, "prefix-unknown", "attributes of cookie %q depend on %s", name, firstWhy(secure, path, domain)).About(c.Subject())
	default:
		sites.Satisfied(c, "prefix", "cookie %q has the attributes its prefix demands", name).
			At(evidence.Certain).About(c.Subject()).Steps(secure.Proof()).Steps(path.Proof()).Steps(domain.Proof())
	}
}

// A change is something that a prefix may demand.
type change struct {
	needed  bool
	title   string
	setting model.Setting
	word    string
}

// fix makes all changes that are needed, or none: browsers reject the cookie
// until all are made.
func fix(site *evidence.Site, c *settings.Object, changes []change) {
	var titles []string
	var edits []analysis.TextEdit
	for _, change := range changes {
		if !change.needed {
			continue
		}
		set := c.Set(change.setting, change.word)
		if len(set) == 0 {
			return
		}
		titles = append(titles, change.title)
		edits = append(edits, set...)
	}
	site.Fix(strings.Join(titles, ", "), edits...)
}

func firstWhy(answers ...settings.Answer) string {
	for _, a := range answers {
		if !a.Complete() {
			return a.Why()
		}
	}
	return ""
}

func isRoot(v settings.Value) bool {
	path, exact, ok := v.Text()
	return ok && exact && path == "/"
}

// isEmpty: a Domain that holds nothing is left out.
func isEmpty(v settings.Value) bool {
	domain, _, ok := v.Text()
	return !ok || domain == ""
}

// judgeMissing: a session cookie that could carry __Host- does not.
func judgeMissing(pass *rule.Pass, sites *evidence.Sites, c *settings.Object) {
	_, is := c.Session()
	names := c.Names()
	if !is || len(names) == 0 || slices.ContainsFunc(names, func(name string) bool { return prefixIn(name) != "" }) {
		return // a name behind a switch has the prefix where it can
	}
	if _, noRoot := c.Get(model.Path).Bad(isRoot); noRoot || !c.Get(model.Path).Complete() {
		return
	}
	if _, shared := c.Get(model.Domain).Bad(isEmpty); shared || !c.Get(model.Domain).Complete() {
		return
	}
	if !c.Get(model.Secure).On() {
		return
	}
	severity := evidence.Info
	if rule.Flag[bool](pass, "require") || pass.Options.RequirePrefix || pass.Options.ASVS == options.ASVS50 && pass.Options.Level >= 2 {
		severity = evidence.Warning
	}
	sites.Violation(c, "no-prefix", "session cookie %q could be named %q to bind it to this host", names[0], "__Host-"+names[0]).
		At(c.Confidence()).As(severity).About(c.Subject())
}
