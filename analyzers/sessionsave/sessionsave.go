package sessionsave

import (
	_ "embed"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/passes/saves"
)

//go:embed doc.go
var doc string

// Analyzer reports changes to sessions that are lost.
var Analyzer = rule.New(rule.Info{
	Name: "sessionsave", Doc: doc, ASVS4: "3.3.1", ASVS5: "7.4.1", CWE: []int{252, 613},
	Severity: evidence.Error, OnFrom4: 1, OnFrom5: 1,
}, run, saves.Analyzer)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	all := saves.Of(pass.Pass)
	for _, c := range all.Changes() {
		changed(sites, c)
	}
	for _, l := range all.Lates() {
		late(sites, l)
	}
	for _, d := range all.Drops() {
		dropped(sites, d, pass.Options.Level)
	}
	return nil
}

// changed: a change needs a save behind it.
func changed(sites *evidence.Sites, c saves.Change) {
	switch c.Fate {
	case saves.Lost:
		sites.Violation(c, "not-saved", "%s is never saved and so is lost", c.What).About(c.Function).Step(c.Lost, "returned without saving")
	case saves.LostHere:
		sites.Violation(c, "not-saved-here", "%s is lost on a path that does not save", c.What).About(c.Function).Step(c.Lost, "returned without saving")
	case saves.Saved:
		sites.Satisfied(c, "saved", "%s is saved", c.What).About(c.Function)
	default:
		sites.Unknown(c, "save-unknown", "whether the %s is saved is not known", c.What).About(c.Function)
	}
}

// late: what needs the header comes before the answer starts.
func late(sites *evidence.Sites, l saves.Late) {
	loss := "and its cookie is lost"
	if !l.Cookie {
		loss = "and what it changes is lost"
	}
	switch {
	case l.Sure && l.Deferred:
		sites.Violation(l, "deferred", "deferred %s runs after the answer has started, %s", l.What, loss).
			At(evidence.Certain).About(l.Function).Step(l.Started, "answer starts here")
	case l.Sure:
		sites.Violation(l, "too-late", "%s comes after the answer has started, %s", l.What, loss).
			At(evidence.Certain).About(l.Function).Step(l.Started, "answer starts here")
	case l.Cookie: // of any kind: no proof of anything
	case l.Never:
		sites.Satisfied(l, "in-time", "%s comes before the answer", l.What).About(l.Function)
	default:
		sites.Unknown(l, "order-unknown", "whether the answer has started before %s is not known", l.What).About(l.Function)
	}
}

// dropped: saving and ending can fail.
func dropped(sites *evidence.Sites, d saves.Drop, level int) {
	switch {
	case d.Critical == "":
	case d.Aside && level < 3:
		sites.Unknown(d, "error-aside", "why the error of %s is set aside is not known", d.What).About(d.Function)
	case d.Dropped:
		sites.Violation(d, "error-dropped", "error of %s is dropped, though it %s", d.What, d.Critical).
			As(evidence.Warning).About(d.Function)
	default:
		sites.Satisfied(d, "error-checked", "error of %s is looked at", d.What).About(d.Function)
	}
}
