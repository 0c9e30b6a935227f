package report

import "slices"

// A Tally counts sites for the summary.
type Tally struct {
	counts           []Count
	known, unchanged int
}

// Add counts a site.
func (t *Tally) Add(s *Site) {
	i := slices.IndexFunc(t.counts, func(c Count) bool { return c.Rule == s.Rule })
	if i < 0 {
		i = len(t.counts)
		t.counts = append(t.counts, Count{Rule: s.Rule})
	}
	c := &t.counts[i]
	if s.Finding {
		c.Findings++
	}
	switch s.Withheld {
	case Known:
		t.known++
	case Unchanged:
		t.unchanged++
	}
	switch s.Verdict {
	case "violation":
		c.Violation++
	case "accepted":
		c.Accepted++
	case "satisfied":
		c.Satisfied++
	case "unknown":
		c.Unknown++
	}
}

// Summary returns the counts in the order of the rules, and those of unlisted
// rules at the end.
func (t *Tally) Summary(packages int, rules []Rule, problems []Problem) *Summary {
	place := func(c Count) int {
		i := slices.IndexFunc(rules, func(r Rule) bool { return r.Name == c.Rule })
		if i < 0 {
			return len(rules)
		}
		return i
	}
	sum := &Summary{Packages: packages, Rules: slices.Clone(t.counts), Problems: problems, Known: t.known, Unchanged: t.unchanged}
	slices.SortStableFunc(sum.Rules, func(a, b Count) int { return place(a) - place(b) })
	for _, c := range sum.Rules {
		sum.Findings += c.Findings
	}
	if sum.Rules == nil {
		sum.Rules = []Count{}
	}
	return sum
}
