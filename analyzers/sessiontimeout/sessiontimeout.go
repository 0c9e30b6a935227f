package sessiontimeout

import (
	_ "embed"
	"fmt"
	"go/ast"
	"strings"
	"time"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/passes/bearer"
	"github.com/sessionlint/sessionlint/passes/settings"
)

//go:embed doc.go
var doc string

// Analyzer reports sessions that the server lets live too long.
var Analyzer = rule.New(rule.Info{
	Name: "sessiontimeout", Doc: doc, ASVS4: "3.3.2", ASVS5: "7.3.1", CWE: []int{613},
	Severity: evidence.Warning, OnFrom4: 1, OnFrom5: 2,
}, run, settings.Analyzer, bearer.Analyzer)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	j := judge{sites: sites, options: pass.Options, files: pass.Files}
	j.absolute, j.idle = pass.Options.Limits()
	for _, c := range settings.Of(pass.Pass).Credentials() {
		if _, is := c.Session(); !is {
			continue // here by -all-cookies
		}
		if c.Kind() == model.Store {
			j.store(c)
			if a := c.Get(model.AbsoluteTimeout); a.Applies() && !a.Complete() {
				j.cookie(c) // what the server enforces is said elsewhere
			}
		} else if !longLived(c) {
			j.cookie(c)
		}
	}
	for _, t := range bearer.Of(pass.Pass).Timers() {
		j.handwritten(t)
	}
	if j.bothNeeded() {
		j.renewals(bearer.Of(pass.Pass).Renewals())
	}
	return nil
}

// A judge holds the limits in force.
type judge struct {
	sites          *evidence.Sites
	options        *options.Options
	files          []*ast.File
	absolute, idle time.Duration // 0: no limit
}

// bothNeeded reports whether the level asks for both timers.
func (j *judge) bothNeeded() bool { return j.options.Level >= 2 }

// store judges what the server enforces.
func (j *judge) store(c *settings.Object) {
	absolute, idle := c.Get(model.AbsoluteTimeout), c.Get(model.IdleTimeout)
	if !absolute.Applies() && !idle.Applies() {
		return
	}
	never, noEnd := absolute.Bad(isLimit)
	always, noIdle := idle.Bad(isLimit)
	if noEnd && noIdle {
		j.sites.Violation(never, "no-timeout", "sessions never end on the server (neither an absolute nor an idle limit is set)").
			At(evidence.Certain).As(evidence.Error)
		return
	}
	switch {
	case noEnd && j.bothNeeded():
		j.sites.Violation(never, "no-absolute", "sessions last as long as they are used (no absolute limit is set)").At(evidence.Certain)
	case !noEnd:
		j.limit(c, absolute, j.absolute, "absolute", "long-absolute")
	}
	switch {
	case noIdle && j.bothNeeded() && j.endsEarly(absolute):
		j.sites.Satisfied(c, "idle", "the server ends sessions before they can be idle for too long").
			At(evidence.Certain).Steps(absolute.Proof())
	case noIdle && j.bothNeeded():
		j.sites.Violation(always, "no-idle", "unused sessions stay open (no idle limit is set)").At(evidence.Certain)
	case !noIdle && noEnd && !j.bothNeeded():
		j.limit(c, idle, j.absolute, "idle", "long-idle") // the only limit there is
	case !noIdle:
		j.limit(c, idle, j.idle, "idle", "long-idle")
	}
}

// endsEarly reports whether the absolute limit is within the idle limit, which
// it then implies.
func (j *judge) endsEarly(absolute settings.Answer) bool {
	_, late := absolute.Bad(func(v settings.Value) bool {
		d, ok := v.Lifetime()
		return ok && d > 0 && d <= j.idle
	})
	return absolute.Complete() && !late
}

func isLimit(v settings.Value) bool {
	d, ok := v.Lifetime()
	return ok && d > 0
}

// limit holds a lifetime of a store against a number.
func (j *judge) limit(c *settings.Object, lifetime settings.Answer, limit time.Duration, which, category string) {
	within := func(v settings.Value) bool {
		d, ok := v.Lifetime()
		return !ok || limit == 0 || d <= limit
	}
	what := "sessions last"
	if which == "idle" {
		what = "unused sessions stay open for"
	}
	long, tooLong := lifetime.Bad(within)
	switch {
	case tooLong:
		if d, browserOnly := j.shorterCookie(c, long); browserOnly && which == "absolute" {
			j.sites.Violation(long, "browser-only", "the server accepts sessions for %s, the cookie's %s only tells the browser", long.Word(), settings.Lifetime(d)).
				At(evidence.Certain).Fix("Limit the server as well", c.LimitBoth()...)
			return
		}
		j.sites.Violation(long, category, "%s %s%s, longer than the %s that %s allows", what, long.Word(), byDefault(long), settings.Lifetime(limit), j.allows(limit)).
			At(evidence.Certain)
	case !lifetime.Complete():
		j.sites.Unknown(c, "timeout-unknown", "the %s limit of sessions depends on %s", which, lifetime.Why())
	default:
		j.sites.Satisfied(c, which, "the server ends sessions by an %s limit", which).
			At(evidence.Certain).Steps(lifetime.Proof())
	}
}

func byDefault(v settings.Value) string {
	if v.Library == "" {
		return ""
	}
	return " by default in " + v.Library
}

// allows names what sets a limit: the level, or an option in its place.
func (j *judge) allows(limit time.Duration) string {
	switch limit {
	case j.options.MaxAbsolute:
		return "-max-absolute"
	case j.options.MaxIdle:
		return "-max-idle"
	}
	return fmt.Sprintf("level %d", j.options.Level)
}

// shorterCookie reports whether the cookie of a store is meant to end within
// the limit, though the server goes on accepting it. With an idle limit, that
// is what the lifetime of the cookie follows.
func (j *judge) shorterCookie(c *settings.Object, long settings.Value) (time.Duration, bool) {
	if _, noIdle := c.Get(model.IdleTimeout).Bad(isLimit); !noIdle {
		return 0, false
	}
	server, _ := long.Lifetime()
	known, complete := c.Get(model.MaxAge).Values()
	for _, v := range known {
		d, ok := v.Lifetime()
		if complete && ok && d > 0 && d < server && v.Library == "" {
			return d, true
		}
	}
	return 0, false
}

// cookie judges how long a browser keeps the credential.
func (j *judge) cookie(c *settings.Object) {
	if c.Get(model.SessionOnly).On() {
		return // it ends with the browser, whatever lifetime it has
	}
	for _, s := range []model.Setting{model.MaxAge, model.Expires} {
		lifetime := c.Get(s)
		if !lifetime.Applies() || j.absolute == 0 {
			continue
		}
		long, tooLong := lifetime.Bad(func(v settings.Value) bool {
			d, ok := v.Lifetime()
			return !ok || d <= j.absolute
		})
		if tooLong && j.options.Level >= 2 && settings.Remembered(j.files, long.Pos()).Start.IsValid() {
			return // rememberme reports it
		}
		if tooLong {
			j.sites.Violation(long.Declared(), "long-cookie", "%s is kept for %s, longer than the %s that %s allows", c.Subject(), long.Word(), settings.Lifetime(j.absolute), j.allows(j.absolute)).
				At(c.Confidence()).About(c.Subject()).Step(long, "given to the cookie here").Steps(c.Steps())
			return
		}
	}
}

// longLived reports whether a cookie is meant to outlive sessions: it only
// starts a new one.
func longLived(c *settings.Object) bool {
	for _, name := range c.Names() {
		lower := strings.ToLower(name)
		if strings.Contains(lower, "remember") || strings.Contains(lower, "refresh") {
			return true
		}
	}
	return false
}
