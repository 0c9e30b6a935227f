package halfopen

import (
	_ "embed"
	"flag"
	"maps"
	"slices"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/passes/bearer"
	"github.com/sessionlint/sessionlint/passes/guards"
	"github.com/sessionlint/sessionlint/passes/saves"
)

//go:embed doc.go
var doc string

// Analyzer reports sessions that open guards too early.
var Analyzer = rule.New(rule.Info{
	Name: "halfopen", Doc: doc, ASVS4: "3.7.1", ASVS5: "7.5.1", CWE: []int{841, 287},
	Severity: evidence.Error, OnFrom4: 1, OnFrom5: 1,
	Flags: func(f *flag.FlagSet) {
		f.String("authkeys", "", "further keys of sessions that say who is logged in")
		f.String("pending", "", "further keys of sessions that say that a login is not finished")
	},
}, run, guards.Analyzer, bearer.Analyzer)

// A judge knows what the guards of a package ask for.
type judge struct {
	sites   *evidence.Sites
	keys    []string               // that say who is logged in, beside those known by name
	marks   []string               // that say that a login is not finished
	asked   map[string]guards.Read // by a guard, who somebody is
	refused map[string]guards.Read // by a guard, that the login is finished
}

func run(pass *rule.Pass, sites *evidence.Sites) error {
	all := guards.Of(pass.Pass)
	j := judge{sites, pass.Words("authkeys"), pass.Words("pending"), map[string]guards.Read{}, map[string]guards.Read{}}
	for _, r := range all.Reads() {
		switch {
		case !r.Guard:
		case j.marks != nil && slices.Contains(j.marks, r.Key), guards.Pending(r.Key):
			j.refused[r.Key] = r
		case saves.IsIdentity(r.Key), slices.Contains(j.keys, r.Key):
			if known, ok := j.asked[r.Key]; !ok || r.Front && !known.Front {
				j.asked[r.Key] = r
			}
		}
	}
	for _, w := range all.Writes() {
		j.written(w)
	}
	for _, r := range all.Reads() {
		j.uneven(r)
	}
	for _, o := range all.Openings() {
		j.opening(o)
	}
	tokens(sites, bearer.Of(pass.Pass))
	return nil
}

// written: a value that guards ask for is stored too early.
func (j judge) written(w guards.Write) {
	guard, asked := j.asked[w.Key]
	switch {
	case !asked || w.Constant == `""` || w.Constant == "0" || w.Constant == "false" || w.Constant == "nil":
	case w.Then != nil && !w.Then.Undone && len(j.refused) == 0:
		j.sites.Violation(w, "before-second-step", "value %q opens every guard before the second step is done, store it after that", w.Key).
			About(w.Function).Step(w.Then, "further step if %s", w.Then.Condition).Step(guard, "guard asks for nothing else")
	case w.Then != nil:
		j.sites.Unknown(w, "second-step", "whether guards wait for the step behind %s is not known", w.Then.Condition).About(w.Function)
	case !w.Proven && guards.Recovers(w.Function):
		j.sites.Violation(w, "puzzling", "value %q opens guards, and %s stores it without any check", w.Key, w.Function).
			About(w.Function).Step(guard, "guard asks for this value")
	}
}

// opening: login and guard are in different packages, or a helper stores the value.
func (j judge) opening(o guards.Opening) {
	if _, asked := j.asked[o.Key]; asked && o.Direct {
		return // seen where it is written
	}
	var s *evidence.Site
	switch {
	case o.Doubt:
		j.sites.Unknown(o, "second-step", "whether guards wait for the step behind %s is not known", o.Condition).About(o.Function)
		return
	case o.Condition == "":
		s = j.sites.Violation(o, "puzzling", "value %q opens guards, and %s stores it without any check", o.Key, o.Function)
	case o.Away:
		s = j.sites.Violation(o, "before-second-step", "%s stores value %q before the second step is done, and it opens every guard, store it after that", o.Function, o.Key)
	default:
		s = j.sites.Violation(o, "before-second-step", "value %q opens every guard before the second step is done, store it after that", o.Key)
	}
	if s.About(o.Function); o.Step.Start.IsValid() {
		s.Step(o.Step, "further step if %s", o.Condition)
	}
	s.Step(o.Route, "guard %s asks for nothing else", o.Guard)
}

// uneven: another guard refuses what this one lets through.
func (j judge) uneven(r guards.Read) {
	if _, asked := j.asked[r.Key]; !asked || !r.Guard || !r.Front || guards.Pending(r.Function) || len(r.Paths) == 0 {
		return
	}
	for _, mark := range slices.Sorted(maps.Keys(j.refused)) {
		switch other := j.refused[mark]; {
		case other.Fn == r.Fn || slices.Contains(r.Also, mark) || !other.Front || !slices.Contains(other.Also, r.Key):
		case slices.ContainsFunc(r.Paths, guards.Unfinished):
		default:
			j.sites.Violation(r, "uneven", "guard %s lets sessions through that %s refuses as unfinished (%q)", r.Function, other.Function, mark).
				About(r.Function).Step(other, "refused here")
			return
		}
	}
}
