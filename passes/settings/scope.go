package settings

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
)

// A Scope is the Path and Domain under which a cookie is set.
type Scope struct {
	Path, Domain string          // "" where the attribute is not sent
	Known        bool            // both are constants
	At           evidence.Ranger // where it is set, or nil in another package
}

// A CookiesFact lists the cookies with constant names that a package, and the
// own packages it imports, set.
type CookiesFact struct{ Cookies []CookieFact }

// A CookieFact is one cookie of a CookiesFact.
type CookieFact struct {
	Name, Path, Domain string
	Known              bool
}

// AFact marks a fact.
func (*CookiesFact) AFact() {}

func (f *CookiesFact) String() string {
	names := make([]string, len(f.Cookies))
	for i, c := range f.Cookies {
		names[i] = c.Name
	}
	return "cookies(" + strings.Join(names, " ") + ")"
}

// Scope returns where the cookie is valid; the flag tells whether that is
// known.
func (o *Object) Scope() (Scope, bool) {
	path, ok1 := oneScope(o.send.set[model.Path])
	domain, ok2 := oneScope(o.send.set[model.Domain])
	return Scope{Path: path, Domain: strings.TrimPrefix(domain, "."), Known: ok1 && ok2, At: o}, ok1 && ok2
}

func oneScope(vals values) (string, bool) {
	if len(vals) != 1 {
		return "", false
	}
	switch vals[0].Kind {
	case unset:
		return "", true
	case text:
		return vals[0].Str, true
	}
	return "", false
}

// Setters returns the scopes under which the module sets a cookie with a
// constant name, as far as this package can see.
func (s *Settings) Setters(name string) []Scope {
	var out []Scope
	for _, o := range s.objects {
		if !o.sets() || !slices.Contains(o.Names(), name) {
			continue
		}
		scope, _ := o.Scope()
		out = append(out, scope)
	}
	for _, c := range s.elsewhere {
		if c.Name == name {
			out = append(out, Scope{Path: c.Path, Domain: c.Domain, Known: c.Known})
		}
	}
	return out
}

// sets reports whether the object by itself makes browsers keep a cookie. What
// a helper leaves to its callers is told by the calls.
func (o *Object) sets() bool {
	if o.send.kind == model.Options || o.Deletion() {
		return false
	}
	for _, s := range []model.Setting{model.Path, model.Domain, model.MaxAge, model.Expires} {
		if slices.ContainsFunc(o.send.set[s], o.engine.decidedByCallers) {
			return false
		}
	}
	return true
}

// maxCookies bounds a CookiesFact.
const maxCookies = 64

// shareCookies reads what imported own packages set and publishes the union.
func (s *Settings) shareCookies(pass *analysis.Pass) {
	for _, imported := range pass.Pkg.Imports() {
		fact := new(CookiesFact)
		if pass.ImportPackageFact(imported, fact) {
			s.elsewhere = append(s.elsewhere, fact.Cookies...)
		}
	}
	union := slices.Clone(s.elsewhere)
	for _, o := range s.objects {
		if !o.sets() {
			continue
		}
		scope, known := o.Scope()
		for _, name := range o.Names() {
			union = append(union, CookieFact{name, scope.Path, scope.Domain, known})
		}
	}
	slices.SortFunc(union, func(a, b CookieFact) int { return strings.Compare(a.key(), b.key()) })
	union = slices.Compact(union)
	if len(union) > 0 && len(union) <= maxCookies {
		pass.ExportPackageFact(&CookiesFact{union})
	}
}

func (c CookieFact) key() string {
	known := "0"
	if c.Known {
		known = "1"
	}
	return c.Name + "\x00" + c.Path + "\x00" + c.Domain + "\x00" + known
}
