package cookiedelete

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/passes/settings"
)

//go:embed doc.go
var doc string

// Analyzer reports deletions that leave the cookie where it is.
var Analyzer = rule.New(rule.Info{
	Name: "cookiedelete", Doc: doc, ASVS4: "3.3.1", ASVS5: "7.4.1", CWE: []int{613},
	Severity: evidence.Warning, OnFrom4: 1, OnFrom5: 1,
}, run, settings.Analyzer)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	all := settings.Of(pass.Pass)
	for _, c := range all.Objects() {
		switch {
		case !c.Deletion():
		case c.Kind() == model.Cookie:
			judgeCookie(sites, c, all)
		case c.Kind() == model.Options:
			judgeScope(sites, c, c.Subject(), sessionScopes(all))
		}
	}
	return nil
}

func judgeCookie(sites *evidence.Sites, c *settings.Object, all *settings.Settings) {
	names := c.Names()
	if len(names) != 1 || !c.Get(model.Name).Complete() {
		return
	}
	if zero, ok := zeroMaxAge(c); ok {
		sites.Violation(zero, "max-age-zero", "cookie %q is not deleted (MaxAge 0 is left out, a negative one deletes)", names[0]).
			At(evidence.Certain).About(c.Subject())
		return
	}
	if !judgePrefixed(sites, c, names[0]) {
		judgeScope(sites, c, fmt.Sprintf("cookie %q", names[0]), all.Setters(names[0]))
	}
}

// sessionScopes returns where the stores of the package, and the options of
// their sessions, set the session cookie.
func sessionScopes(all *settings.Settings) []settings.Scope {
	var scopes []settings.Scope
	for _, o := range all.Objects() {
		if o.Kind() != model.Cookie && !o.Deletion() {
			scope, _ := o.Scope()
			scopes = append(scopes, scope)
		}
	}
	return scopes
}

// zeroMaxAge: MaxAge: 0 says nothing, and no Expires says it instead.
func zeroMaxAge(c *settings.Object) (settings.Value, bool) {
	_, noExpires := c.Get(model.Expires).Bad(func(v settings.Value) bool { return !v.IsUnset() })
	zero, ok := c.Get(model.MaxAge).Bad(func(v settings.Value) bool { return !(v.IsUnset() && v.Word() == "0") })
	return zero, ok && noExpires
}

// judgePrefixed: a browser refuses the deletion as it would refuse the cookie.
func judgePrefixed(sites *evidence.Sites, c *settings.Object, name string) (refused bool) {
	lower := strings.ToLower(name)
	host := strings.HasPrefix(lower, "__host-")
	if !host && !strings.HasPrefix(lower, "__secure-") {
		return false
	}
	off, insecure := c.Get(model.Secure).Bad(settings.Value.IsOn)
	elsewhere, narrow := c.Get(model.Path).Bad(isRoot)
	switch {
	case insecure:
		site := sites.Violation(off, "deletion-without-secure", "deletion leaves cookie %q alive (Secure is %s, the prefix demands it)", name, off.How()).
			At(evidence.Certain).About(c.Subject())
		secure, path := c.Set(model.Secure, "true"), c.Set(model.Path, "/")
		switch {
		case !host || !narrow:
			site.Fix("Set Secure: true", secure...)
		case secure != nil && path != nil: // either alone would not delete either
			site.Fix(`Set Secure: true and Path: "/"`, slices.Concat(secure, path)...)
		}
	case host && narrow:
		sites.Violation(elsewhere, "deletion-without-root", `deletion leaves cookie %q alive (Path is not "/", the prefix demands it)`, name).
			At(evidence.Certain).About(c.Subject()).Fix(`Set Path: "/"`, c.Set(model.Path, "/")...)
	default:
		return false
	}
	return true
}

func isRoot(v settings.Value) bool {
	path, exact, ok := v.Text()
	return ok && exact && path == "/"
}

// judgeScope compares the deletion with the setters of the same cookie.
func judgeScope(sites *evidence.Sites, c *settings.Object, what string, setters []settings.Scope) {
	if len(setters) == 0 {
		return
	}
	own, known := c.Scope()
	if !known {
		sites.Unknown(c, "deletion-unknown", "Path or Domain of the deletion of %s is not known", what).About(c.Subject())
		return
	}
	same := func(s settings.Scope) bool { return s.Known && s.Path == own.Path && s.Domain == own.Domain }
	if slices.ContainsFunc(setters, same) {
		sites.Satisfied(c, "deletion-matches", "deletion of %s has the Path and Domain of its setter", what).
			At(evidence.Certain).About(c.Subject())
		return
	}
	if slices.ContainsFunc(setters, func(s settings.Scope) bool { return !s.Known }) {
		sites.Unknown(c, "setter-unknown", "Path or Domain of %s is not known where it is set", what).About(c.Subject())
		return
	}
	s := setters[0]
	site := sites.Violation(c, "deletion-scope", "deletion leaves %s alive (%s)", what, difference(own, s)).
		At(evidence.Likely).About(c.Subject())
	if s.At != nil {
		site.Step(s.At, "%s is set here", what)
	}
	differs := func(other settings.Scope) bool { return other.Path != s.Path || other.Domain != s.Domain }
	switch {
	case slices.ContainsFunc(setters, differs): // which of them is meant?
	case s.Domain == own.Domain && s.Path != "":
		site.Fix(fmt.Sprintf("Set Path: %q", s.Path), c.Set(model.Path, s.Path)...)
	case s.Path == own.Path:
		site.Fix(fmt.Sprintf("Set Domain: %q", s.Domain), c.Set(model.Domain, s.Domain)...)
	}
}

func difference(own, setter settings.Scope) string {
	if own.Path != setter.Path {
		return fmt.Sprintf("Path is %s, the setter says %s", show(own.Path), show(setter.Path))
	}
	return fmt.Sprintf("Domain is %s, the setter says %s", show(own.Domain), show(setter.Domain))
}

func show(s string) string {
	if s == "" {
		return "unset"
	}
	return fmt.Sprintf("%q", s)
}
