package assess

import (
	"fmt"
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/internal/catalogue"
	"github.com/sessionlint/sessionlint/internal/report"
)

// A judge decides the status of one item. A status is claimed only for what a
// line of code shows.
type judge struct {
	in   Input
	from *catalogue.Item
	item *Item
}

func (j *judge) decide() {
	open := j.count()
	for _, n := range j.item.Sites {
		if slices.ContainsFunc(j.from.Proof, func(p catalogue.Proof) bool { return proves(p, j.in.Sites[n]) }) {
			j.item.Proof = append(j.item.Proof, n)
		}
	}
	shown, missing := j.proofs()
	counts := j.item.Counts
	switch {
	case counts.Violation > 0:
		j.set(Violated, "%s%s", broken(counts.Violation, counts.Violation+counts.Satisfied+open+counts.Accepted), j.known(counts.Violation))
	case j.from.Manual():
		j.set(Manual, "source code cannot show it")
	case counts.Accepted > 0 && !shown:
		j.set(Manual, "%s, accepted by a directive with a reason that somebody has to judge", places(counts.Accepted, "breaks it", "break it"))
	case shown && missing == "" && open == 0 && counts.Accepted == 0 && len(j.in.Problems) == 0:
		j.set(Met, "%s, and none that was found is open", places(len(j.item.Proof), "shows it", "show it"))
	case shown:
		j.set(Partly, "%s%s", places(len(j.item.Proof), "meets it", "meet it"), j.reservations(open, missing))
	case len(j.item.Declared) > 0:
		j.set(Manual, "declared in the code, not shown by it")
	case len(j.item.Places) > 0:
		j.set(Manual, "%s", places(len(j.item.Places), "may answer it, and somebody has to look", "may answer it, and somebody has to look"))
	default:
		j.set(Unknown, "%s", j.nothing(open))
	}
	if j.item.Status == Met || j.item.Status == Partly {
		j.confidence()
	}
}

func (j *judge) set(s Status, format string, args ...any) {
	j.item.Status, j.item.Why = s, fmt.Sprintf(format, args...)
}

// count counts the sites, and returns how many are open: unknown ones, and
// violations that are recognised by a name only.
func (j *judge) count() (open int) {
	c := &j.item.Counts
	for _, s := range j.sites() {
		switch {
		case s.Verdict == "violation" && s.Confidence == "possible":
			open++
		case s.Verdict == "violation":
			c.Violation++
		case s.Verdict == "accepted":
			c.Accepted++
		case s.Verdict == "unknown":
			c.Unknown++
			open++
		case s.Confidence != "possible":
			c.Satisfied++
		}
	}
	return open
}

func (j *judge) sites() []*Site {
	list := make([]*Site, 0, len(j.item.Sites))
	for _, n := range j.item.Sites {
		list = append(list, j.in.Sites[n])
	}
	return list
}

// proofs says whether anything of what must be shown is shown, and names the
// rules that show nothing of the rest.
func (j *judge) proofs() (shown bool, missing string) {
	var names []string
	for _, p := range j.from.Proof {
		if p.From > j.in.Level {
			continue
		}
		if slices.ContainsFunc(j.sites(), func(s *Site) bool { return proves(p, s) }) {
			shown = true
			continue
		}
		var rules []string
		for _, r := range p.OneOf {
			rules = append(rules, strings.TrimSpace(r.Rule+" "+strings.Join(r.Only, " or ")))
		}
		names = append(names, strings.Join(rules, " or "))
	}
	if len(names) == 0 {
		names = append(names, j.mixed()...)
	}
	return shown, strings.Join(names, ", ")
}

// mixed says which proofs belong to different sessions: what is shown of one
// kind of session, or in one package, does not complete what is shown of
// another.
func (j *judge) mixed() []string {
	var list []string
	groups := slices.DeleteFunc(slices.Clone(j.from.Proof), func(p catalogue.Proof) bool { return p.From > j.in.Level })
	for _, p := range groups {
		for _, other := range groups {
			for _, s := range j.sites() {
				if proves(p, s) && !j.completes(other, s) {
					list = append(list, fmt.Sprintf("for what %s shows in %s", s.Rule, s.Package))
				}
			}
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// completes reports whether a group of proofs is met for the kind of session
// that a site is about, in its package.
func (j *judge) completes(p catalogue.Proof, site *Site) bool {
	return slices.ContainsFunc(j.sites(), func(s *Site) bool {
		return proves(p, s) && s.Package == site.Package && !(isToken(s.Rule) != isToken(site.Rule) && slices.ContainsFunc(j.from.Proof, alternatives))
	})
}

// alternatives reports whether a proof is one thing for one kind of session and
// another for others.
func alternatives(p catalogue.Proof) bool { return len(p.OneOf) > 1 }

// isToken reports whether a rule is about tokens that carry their own data.
func isToken(rule string) bool { return slices.Contains(shows(rule), catalogue.Token) }

func proves(p catalogue.Proof, s *Site) bool {
	return s.Verdict == "satisfied" && s.Confidence != "possible" && p.Met(s.Rule, s.Category)
}

// reservations says why what is shown is not enough.
func (j *judge) reservations(open int, missing string) string {
	var list []string
	if open > 0 {
		list = append(list, places(open, "could not be decided", "could not be decided"))
	}
	if n := j.item.Counts.Accepted; n > 0 {
		list = append(list, places(n, "breaks it and is accepted by a directive", "break it and are accepted by a directive"))
	}
	if missing != "" {
		list = append(list, "nothing shows the rest ("+missing+")")
	}
	if n := len(j.in.Problems); n > 0 {
		list = append(list, "not everything could be analysed")
	}
	return "; " + strings.Join(list, "; ")
}

// nothing says why an item is unknown.
func (j *judge) nothing(open int) string {
	switch {
	case open > 0:
		return places(open, "could not be decided", "could not be decided")
	case j.from.Question == "logout" && slices.ContainsFunc(j.in.Places, func(p Place) bool { return strings.HasPrefix(p.Text, "login in ") }):
		return "logins were found, and neither a route nor a handler that logs anybody out; it may be elsewhere"
	case len(j.item.Rules) > 0 && len(j.item.Missing) == len(j.item.Rules):
		return "no rule of this run looks for it"
	case j.item.Counts.Satisfied > 0:
		return fmt.Sprintf("%s, but nothing shows the item itself", places(j.item.Counts.Satisfied, "is in its favour", "are in its favour"))
	case len(j.item.Rules) == 0:
		return "no single place in the code answers it"
	}
	return "nothing was found that proves or breaks it"
}

// confidence is that of the weakest proof.
func (j *judge) confidence() {
	j.item.Confidence = "certain"
	for _, s := range j.sites() {
		if s.Verdict == "satisfied" && s.Confidence == "likely" {
			j.item.Confidence = "likely"
		}
	}
	if slices.ContainsFunc(j.sites(), followsTLS) {
		j.item.Confidence = "likely"
		j.item.ByHand = append(slices.Clone(j.item.ByHand), "Secure follows the TLS state of the request in places: behind a proxy that ends TLS it is never set.")
	}
	if j.from.Heuristic() {
		j.item.Confidence = "likely"
		j.item.Limited = "where it applies is recognised by behaviour and names, or needs the whole program: never more than likely"
	}
}

// known says how many of the places that break an item the baseline lists.
func (j *judge) known(broken int) string {
	n := 0
	for _, s := range j.sites() {
		if s.Withheld == report.Known {
			n++
		}
	}
	switch n {
	case 0:
		return ""
	case broken:
		return "; the baseline lists all of them"
	}
	return fmt.Sprintf("; the baseline lists %d of them", n)
}

func broken(n, of int) string {
	switch {
	case of == 1:
		return "the only place that was found breaks it"
	case n == of:
		return fmt.Sprintf("all %d places break it", of)
	case n == 1:
		return fmt.Sprintf("1 of %d places breaks it", of)
	}
	return fmt.Sprintf("%d of %d places break it", n, of)
}

// followsTLS reports whether a site is met only if the program sees TLS itself.
func followsTLS(s *Site) bool { return s.Rule == "cookiesecure" && s.Category == "secure-with-tls" }

// places is a number of places with a verb.
func places(n int, one, many string) string {
	if n == 1 {
		return "1 place " + one
	}
	return fmt.Sprintf("%d places %s", n, many)
}
