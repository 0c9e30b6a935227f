package report

import (
	"fmt"
	"slices"
	"strings"
)

// Summary counts, and says what to do next.
func (t *text) Summary(s *Summary) error {
	t.flush()
	if s.Packages == 0 && len(s.Problems) > 0 {
		return t.err // the problems say it
	}
	t.counts(s)
	t.notes(s)
	if most := mostFound(s.Rules); most != "" {
		t.printf("next: sessionlint explain %s\n", most)
	}
	return t.err
}

// counts writes the number of findings, per rule if there are several.
func (t *text) counts(s *Summary) {
	if s.Findings == 0 {
		t.printf("no findings in %s\n", count(s.Packages, "package"))
		return
	}
	total := t.bold.Sprint(count(s.Findings, "finding")) + fmt.Sprintf(" in %s of %s", count(t.files, "file"), count(s.Packages, "package"))
	found := slices.DeleteFunc(slices.Clone(s.Rules), func(c Count) bool { return c.Findings == 0 })
	if len(found) == 1 {
		t.printf("%s: %s %d\n", total, found[0].Rule, found[0].Findings)
		return
	}
	t.printf("%s\n", total)
	longest := 0
	for _, c := range found {
		longest = max(longest, len(c.Rule))
	}
	for _, c := range found {
		title := ""
		if i := slices.IndexFunc(t.rules, func(r Rule) bool { return r.Name == c.Rule }); i >= 0 {
			title = strings.TrimPrefix(t.rules[i].Title, "report ")
		}
		title = head(title, t.room-longest-len("  1234    "))
		t.printf("%s\n", strings.TrimRight(fmt.Sprintf("  %4d  %-*s  %s", c.Findings, longest, c.Rule, t.faint.Sprint(title)), " "))
	}
}

// notes says what is not among the findings, and what can be fixed.
func (t *text) notes(s *Summary) {
	var open []string
	undecided := 0
	for _, c := range s.Rules {
		if c.Unknown > 0 {
			open = append(open, fmt.Sprintf("%s %d", c.Rule, c.Unknown))
			undecided += c.Unknown
		}
	}
	if undecided > 0 {
		t.printf("%s could not be decided (-f json lists them): %s\n", count(undecided, "place"), strings.Join(open, ", "))
	}
	if s.Known > 0 {
		t.printf("%s withheld: in the baseline\n", count(s.Known, "finding"))
	}
	if s.Unchanged > 0 {
		t.printf("%s withheld: on unchanged lines\n", count(s.Unchanged, "finding"))
	}
	if len(s.Stale) > 0 {
		t.printf("%s of the baseline gone from the code (-write-baseline drops them): %s\n",
			count(len(s.Stale), "finding"), staleFiles(s.Stale))
	}
	if t.fixable > 0 {
		t.printf("%s can be fixed: -diff shows how, -fix does it\n", count(t.fixable, "finding"))
	}
}

// staleFiles names a few files that entries are about.
func staleFiles(stale []Stale) string {
	const few = 3
	var files []string
	for _, entry := range stale {
		if name := Escape(entry.Package + "/" + entry.File); !slices.Contains(files, name) {
			files = append(files, name)
		}
	}
	if more := len(files) - few; more > 0 {
		return fmt.Sprintf("%s and %d more", strings.Join(files[:few], ", "), more)
	}
	return strings.Join(files, ", ")
}

// mostFound is the rule with most findings.
func mostFound(counts []Count) string {
	most := Count{}
	for _, c := range counts {
		if c.Findings > most.Findings {
			most = c
		}
	}
	return most.Rule
}

// count returns "1 file" or "2 files".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
