package cookiesize

import (
	_ "embed"
	"flag"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/passes/guards"
	"github.com/sessionlint/sessionlint/passes/settings"
	"github.com/sessionlint/sessionlint/passes/webhandlers"
)

//go:embed doc.go
var doc string

// Analyzer reports cookies that may grow too large.
var Analyzer = rule.New(rule.Info{
	Name: "cookiesize", Doc: doc, ASVS5: "3.3.5", CWE: []int{770},
	Severity: evidence.Info, OnFrom4: 3, OnFrom5: 3,
	Flags: func(f *flag.FlagSet) { f.Int("limit", 4096, "largest name and value of a cookie, in bytes") },
}, run, settings.Analyzer, guards.Analyzer, webhandlers.Analyzer)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	limit := rule.Flag[int](pass, "limit")
	for _, c := range settings.Of(pass.Pass).Objects() {
		if c.Kind() == model.Cookie && !c.Deletion() {
			judgeCookie(sites, c, limit)
		}
	}
	if webhandlers.Of(pass.Pass).Keeps() != "cookie" {
		return nil // on the server there is room, and elsewhere nobody knows
	}
	for _, w := range guards.Of(pass.Pass).Writes() {
		switch w.Size {
		case guards.Growing:
			sites.Violation(w, "growing", "%s is kept in the cookie of the session under %q (browsers drop cookies over %d bytes), keep the data on the server", w.Holds, w.Key, limit).About(w.Key)
		case guards.Small:
			sites.Satisfied(w, "small", "%s is kept in the cookie of the session under %q", w.Holds, w.Key).About(w.Key)
		default:
			sites.Unknown(w, "size-unknown", "the size of %q in the cookie of the session depends on its value", w.Key).About(w.Key)
		}
	}
	return nil
}

// judgeCookie: a constant value says how long it is.
func judgeCookie(sites *evidence.Sites, c *settings.Object, limit int) {
	names := c.Names()
	if len(names) == 0 {
		return
	}
	long, tooLong := c.Get(model.Value).Bad(func(v settings.Value) bool {
		text, exact, ok := v.Text()
		return !ok || !exact || len(names[0])+len(text) <= limit
	})
	if tooLong {
		text, _, _ := long.Text()
		sites.Violation(long, "too-long", "%s takes %d bytes (browsers drop cookies over %d bytes), keep the data on the server", c.Subject(), len(names[0])+len(text), limit).
			At(evidence.Certain).About(c.Subject())
	}
}
