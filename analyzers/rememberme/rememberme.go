package rememberme

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/passes/bearer"
	"github.com/sessionlint/sessionlint/passes/settings"
)

//go:embed doc.go
var doc string

// Analyzer reports sessions that live longer because somebody is remembered.
var Analyzer = rule.New(rule.Info{
	Name: "rememberme", Doc: doc, ASVS4: "3.3.2", ASVS5: "7.3.2", CWE: []int{613, 539},
	Severity: evidence.Warning, OnFrom4: 2, OnFrom5: 2,
}, run, settings.Analyzer, bearer.Analyzer)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	limit, _ := pass.Options.Limits()
	j := judge{pass: pass, sites: sites, limit: limit}
	for _, c := range settings.Of(pass.Pass).Credentials() {
		if separate(c) {
			sites.Satisfied(c, "own-cookie", "who is remembered has a cookie of its own (%q)", c.Names()[0]).About(c.Subject())
			continue
		}
		j.cookie(c)
	}
	for _, w := range settings.Wishes(pass.Pass) {
		if w.Age || j.signed(w) {
			j.lifetime(w, w.Under, w.D)
		}
	}
	return nil
}

type judge struct {
	pass  *rule.Pass
	sites *evidence.Sites
	limit time.Duration // 0: there is no number
}

// signed reports whether a lifetime is that of a token which stands for a
// session.
func (j judge) signed(w settings.Wish) bool {
	for _, m := range bearer.Of(j.pass.Pass).Mints() {
		if m.Function == w.Function && m.Purpose != bearer.Refresh && m.Purpose != bearer.Link &&
			slices.ContainsFunc(m.Lives, func(l bearer.Life) bool { return l.Known && l.D == w.D }) {
			return true
		}
	}
	return false
}

// separate reports whether a cookie is there to remember somebody, and not the
// session itself.
func separate(c *settings.Object) bool {
	names := c.Names()
	return c.Kind() == model.Cookie && len(names) == 1 && strings.Contains(strings.ToLower(names[0]), "remember")
}

// cookie looks for lifetimes that hold under a condition on remembering.
func (j judge) cookie(c *settings.Object) {
	for _, s := range []model.Setting{model.AbsoluteTimeout, model.MaxAge, model.Expires} {
		known, _ := c.Get(s).Values()
		for _, v := range known {
			d, ok := v.Lifetime()
			under := settings.Remembered(j.pass.Files, v.Pos())
			if ok && d > 0 && under.Start.IsValid() {
				j.lifetime(v, under, d)
				return
			}
		}
	}
}

// lifetime holds what remembering does against the limit.
func (j judge) lifetime(at evidence.Ranger, under evidence.Step, d time.Duration) {
	if j.limit == 0 {
		j.sites.Unknown(at, "no-limit", "the lifetime of %s follows a decision that is written down elsewhere", settings.Lifetime(d))
		return
	}
	if d <= j.limit {
		j.sites.Satisfied(at, "within-limit", "who is remembered stays within the limit of %s", settings.Lifetime(j.limit)).Step(under, "remembered here")
		return
	}
	j.sites.Violation(at, "stretched", "remember-me stretches the session to %s, longer than the %s that %s allows (use a token of its own)",
		settings.Lifetime(d), settings.Lifetime(j.limit), j.allows()).Step(under, "remembered here")
}

func (j judge) allows() string {
	if j.pass.Options.MaxAbsolute > 0 {
		return "-max-absolute"
	}
	return fmt.Sprintf("level %d", j.pass.Options.Level)
}
