package assess

import (
	"fmt"
	"slices"

	"github.com/sessionlint/sessionlint/internal/catalogue"
	"github.com/sessionlint/sessionlint/internal/catalogue/show"
	"github.com/sessionlint/sessionlint/internal/report"
)

// Input is what an assessment is made from: one run, whatever rules it had.
type Input struct {
	Tool, ToolVersion string
	Modules           []string
	Patterns          []string
	Packages          int
	Problems          []report.Problem
	Libraries         []Library
	Edition           catalogue.Edition
	Level             int
	Rules             []string // that ran
	Sites             []*Site  // all, in order
	Facts             []Fact
	Things            []*Thing
	Events            []Event
	Routes            []Route
	Places            []Place
	Present           map[catalogue.Need]string // what the program has, and what shows it
}

// New assesses.
func New(in Input) (*Assessment, error) {
	items, err := catalogue.Items()
	if err != nil {
		return nil, err
	}
	a := &Assessment{
		Version: Version, Tool: in.Tool, ToolVersion: in.ToolVersion, Modules: in.Modules, Edition: string(in.Edition), Level: in.Level,
		Patterns: in.Patterns, Packages: in.Packages, Problems: in.Problems, Libraries: in.Libraries, Sites: in.Sites,
		Findings: []int{}, Sessions: sessions(in.Things, in.Events), Routes: in.Routes, Assumptions: assumptions(),
	}
	if a.Routes == nil {
		a.Routes = []Route{}
	}
	b := builder{in: in, all: items, present: in.presence()}
	used := make(map[int]bool)
	for _, edition := range []catalogue.Edition{in.Edition, catalogue.Further} {
		for _, item := range catalogue.Of(items, edition, 3) {
			if item.Level > in.Level && edition == catalogue.Further {
				continue
			}
			result := b.item(item)
			a.add(item, result)
			for _, n := range slices.Concat(result.Sites, result.Advice, result.Beyond) {
				used[n] = true
			}
		}
	}
	for n, s := range in.Sites {
		if s.Withheld == report.Known {
			a.Known = append(a.Known, n)
		}
		if s.Finding {
			a.Findings = append(a.Findings, n)
			if !used[n] {
				a.Unassigned = append(a.Unassigned, n)
			}
		}
	}
	return a, nil
}

// add puts an item into its section.
func (a *Assessment) add(from *catalogue.Item, item *Item) {
	title := from.Section
	if from.Edition == catalogue.Further {
		title = "Further demands: " + from.Section
	}
	i := slices.IndexFunc(a.Sections, func(s Section) bool { return s.Title == title })
	if i < 0 {
		i = len(a.Sections)
		a.Sections = append(a.Sections, Section{Title: title})
	}
	a.Sections[i].Items = append(a.Sections[i].Items, item)
	switch item.Status {
	case Met:
		a.Totals.Met++
	case Violated:
		a.Totals.Violated++
	case Partly:
		a.Totals.Partly++
	case Manual:
		a.Totals.Manual++
	case Skipped:
	default:
		a.Totals.Unknown++
	}
}

// A builder assesses single items.
type builder struct {
	in      Input
	all     []*catalogue.Item
	present map[catalogue.Need]string
}

func (b *builder) item(from *catalogue.Item) *Item {
	item := &Item{
		ID: from.ID, Edition: string(from.Edition), Title: from.Title, Description: from.Description, Level: from.Level, CWE: show.CWE(from),
		Rules: from.Rules(), ByHand: from.ByHand, Guide: from.Guide, Declared: b.declared(from),
	}
	for _, ref := range from.See {
		item.See = append(item.See, ref.String())
	}
	if item.Rules == nil {
		item.Rules = []string{}
	}
	for _, name := range item.Rules {
		if !slices.Contains(b.in.Rules, name) {
			item.Missing = append(item.Missing, name)
		}
	}
	if from.Level > b.in.Level {
		item.Status, item.Why = Skipped, fmt.Sprintf("asked for from level %d on; this is an assessment of level %d", from.Level, b.in.Level)
		item.Applicable = Answer{"no", item.Why}
		return item
	}
	for n, s := range b.in.Sites {
		switch {
		case s.Category == unusedDirective:
		case from.Tolerates(s.Rule, s.Category):
			item.Advice = append(item.Advice, n)
		case !from.Concerns(s.Rule, s.Category) || b.foreign(from, s.Rule):
		case s.Verdict == "violation" && s.Silenced == "level":
			item.Beyond = append(item.Beyond, n)
		default:
			item.Sites = append(item.Sites, n)
		}
	}
	for _, p := range b.in.Places {
		if from.Question != "" && p.Question == from.Question {
			item.Places = append(item.Places, p)
		}
	}
	item.Applicable = b.applies(from, item)
	(&judge{b.in, from, item}).decide()
	return item
}

// foreign reports whether what a rule finds is about something else than an
// item of OAuth, in a program that has none: refresh tokens of its own.
func (b *builder) foreign(from *catalogue.Item, rule string) bool {
	switch from.Needs {
	case catalogue.OAuth, catalogue.OIDC, catalogue.Provider:
		return b.present[from.Needs] == "" && slices.Contains(shows(rule), catalogue.Token)
	}
	return false
}

// unusedDirective is the category with which every rule reports directives
// that silence nothing. They are about the directive, not about a requirement.
const unusedDirective = "unused-directive"

// declared returns what directives declare about an item, under whichever
// number of the editions it has.
func (b *builder) declared(item *catalogue.Item) []Fact {
	var list []Fact
	for _, fact := range b.in.Facts {
		if slices.Contains(catalogue.Find(b.all, fact.Requirement), item) && catalogue.IsNumber(fact.Requirement) {
			list = append(list, fact)
		}
	}
	return list
}
