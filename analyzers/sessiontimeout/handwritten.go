package sessiontimeout

import (
	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/passes/bearer"
	"github.com/sessionlint/sessionlint/passes/settings"
)

// handwritten judges the limit of a session that the program keeps itself.
func (j *judge) handwritten(t *bearer.Timer) {
	limit, what, category := j.absolute, "session record lives", "long-record"
	if t.Idle {
		what, category = "unused session stays open for", "long-idle"
		if j.bothNeeded() {
			limit = j.idle
		}
	}
	known := len(t.Lives) > 0
	for _, l := range t.Lives {
		if !l.Known || l.Zero {
			known = false
			continue
		}
		if limit > 0 && l.D > limit {
			at := evidence.Ranger(t)
			if l.At.Start.IsValid() {
				at = l.At
			}
			j.sites.Violation(at, category, "%s %s, longer than the %s that %s allows", what, settings.Lifetime(l.D), settings.Lifetime(limit), j.allows(limit)).
				About(t.Record).Step(t, "limit of %s", t.Record)
			return
		}
	}
	if known {
		j.sites.Satisfied(t, "timeout", "%s has a limit of its own", t.Record)
		return
	}
	j.sites.Unknown(t, "timeout-unknown", "how long %s lives is decided elsewhere", t.Record)
}

// renewals judges tokens that are exchanged for others of their kind.
func (j *judge) renewals(list []*bearer.Renewal) {
	for _, r := range list {
		j.sites.Violation(r, "no-absolute", "session lasts as long as it is renewed (the new token forgets when it began), carry the end over").
			Step(r.Old, "old token accepted here")
	}
}
