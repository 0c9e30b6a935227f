package assess

import (
	"fmt"
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/internal/report"
)

// Title is the heading of the report.
func (a *Assessment) Title() string {
	return fmt.Sprintf("Session management of %s: assessment against ASVS %s, level %d", a.Program(), a.Edition, a.Level)
}

// Program names what was assessed.
func (a *Assessment) Program() string {
	if len(a.Modules) == 0 {
		return strings.Join(a.Patterns, " ")
	}
	return strings.Join(a.Modules, ", ")
}

// Summary says in one sentence how the items stand.
func (a *Assessment) Summary() string {
	t := a.Totals
	return fmt.Sprintf("%d items: %d implemented, %d not implemented, %d partly, %d not shown, %d to be checked by hand; %d findings in %d packages.",
		t.Met+t.Violated+t.Partly+t.Unknown+t.Manual, t.Met, t.Violated, t.Partly, t.Unknown, t.Manual, len(a.Findings), a.Packages)
}

// At returns sites by their place in the list.
func (a *Assessment) At(places []int) []*Site {
	var list []*Site
	for _, n := range places {
		list = append(list, a.Sites[n])
	}
	return list
}

// Verdicts groups the sites of an item: what breaks it first, what proves it
// last.
func (a *Assessment) Verdicts(i *Item) []Group {
	var groups []Group
	for _, v := range []struct{ verdict, title string }{
		{"violation", "Breaks it"},
		{"accepted", "Breaks it, accepted by a directive"},
		{"unknown", "Could not be decided"},
	} {
		known, fresh := a.known(i.Sites)
		groups = grouped(groups, v.verdict, v.title, a.At(fresh))
		groups = grouped(groups, v.verdict, v.title+", known: the baseline lists it", a.At(known))
	}
	rest := slices.DeleteFunc(slices.Clone(i.Sites), func(n int) bool { return slices.Contains(i.Proof, n) })
	groups = grouped(groups, "satisfied", "Shows it", a.At(i.Proof))
	if favour := grouped(nil, "satisfied", "In its favour, but no proof alone", a.At(rest)); favour != nil {
		favour[0].Aside = true
		groups = append(groups, favour...)
	}
	if advice := a.At(i.Advice); len(advice) > 0 {
		groups = append(groups, Group{Verdict: "advice", Title: "Advice that the item does not insist on", Sites: advice})
	}
	if beyond := a.At(i.Beyond); len(beyond) > 0 {
		groups = append(groups, Group{Verdict: "beyond", Title: "Counts from a higher level on", Sites: beyond})
	}
	return groups
}

// known divides sites into those that the baseline lists and the others.
func (a *Assessment) known(sites []int) (known, fresh []int) {
	for _, n := range sites {
		if a.Sites[n].Withheld == report.Known {
			known = append(known, n)
		} else {
			fresh = append(fresh, n)
		}
	}
	return known, fresh
}

// Reported says how many findings there are.
func (a *Assessment) Reported() string {
	text := fmt.Sprintf("What the command reports with the same options: %d.", len(a.Findings))
	if n := len(a.Known); n > 0 {
		text += fmt.Sprintf(" It leaves out %d more, which the baseline lists as known; they count in the assessment.", n)
	}
	return text
}

func grouped(groups []Group, verdict, title string, sites []*Site) []Group {
	sites = slices.DeleteFunc(sites, func(s *Site) bool { return s.Verdict != verdict })
	if len(sites) > 0 {
		groups = append(groups, Group{Verdict: verdict, Title: title, Sites: sites})
	}
	return groups
}

// A Group is sites with one verdict.
type Group struct {
	Verdict string
	Title   string
	Sites   []*Site
	Aside   bool // decides nothing alone
}

// Shows reports whether the code of a site is open when the page is opened: the
// first few of those that decide the item. The others can be opened.
func (g Group) Shows(n int) bool {
	const few = 6
	return n < few && g.Verdict != "advice" && g.Verdict != "beyond" && !g.Aside
}

// Place is where a site is.
func (s *Site) Place() string { return place(s.Range) }

func place(r report.Range) string {
	return report.Escape(fmt.Sprintf("%s:%d", r.File, r.Start.Line))
}

// Text is what was found, with everything that qualifies it.
func (s *Site) Text() string {
	text := report.Escape(s.Message)
	if s.Confidence != "certain" {
		text += " (" + s.Confidence + ")"
	}
	switch {
	case s.Verdict == "accepted":
		text += "; accepted: " + report.Escape(s.Reason)
	case s.Verdict == "violation" && !s.Finding:
		text += "; not reported by the command (" + s.hidden() + ")"
	}
	return text
}

func (s *Site) hidden() string {
	if s.Withheld == report.Known {
		return "the baseline lists it as known"
	}
	switch s.Silenced {
	case "severity":
		return s.Severity + " only"
	case "confidence":
		return "recognised by names only"
	}
	return "from a higher level on"
}

// Proof lists the steps of a site, each with its place.
func (s *Site) Proof() []string {
	var list []string
	for _, step := range s.Steps {
		if step.Range.Start == s.Range.Start && strings.Contains(s.Message, step.Message) {
			continue
		}
		list = append(list, report.Escape(step.Message)+" ("+place(step.Range)+")")
	}
	return list
}

// Listing is the code of a site: its lines with their numbers, those of other
// files with the name of the file in front.
func (s *Site) Listing() string {
	var b strings.Builder
	file := s.Range.File
	for i, line := range s.Code {
		if line.File != file {
			file = line.File
			fmt.Fprintf(&b, "%5s  %s\n", "", report.Escape(file))
		} else if i > 0 && line.Line > s.Code[i-1].Line+1 {
			fmt.Fprintf(&b, "%5s\n", "…")
		}
		fmt.Fprintf(&b, "%5d  %s\n", line.Line, report.Escape(strings.ReplaceAll(clip(line.Text), "\t", "    ")))
	}
	return b.String()
}

// maxColumns bounds how long a line of a listing is.
const maxColumns = 200

func clip(text string) string {
	if r := []rune(text); len(r) > maxColumns {
		return string(r[:maxColumns]) + "…"
	}
	return text
}

// Statement is the status of an item in one line.
func (i *Item) Statement() string {
	text := i.Status.Mark() + " " + i.Status.Word() + ": " + i.Why
	if i.Confidence != "" {
		text += " (confidence: " + i.Confidence + ")"
	}
	return text
}

// shown are the sites of a section that show an item best: of each item that
// is met or partly met the first satisfied site with code.
func (a *Assessment) shown(s Section) []shownSite {
	var list []shownSite
	for _, item := range s.Items {
		for _, site := range a.At(item.Proof) {
			if len(site.Code) > 0 {
				list = append(list, shownSite{item, site})
				break
			}
		}
	}
	return list
}

type shownSite struct {
	item *Item
	site *Site
}
