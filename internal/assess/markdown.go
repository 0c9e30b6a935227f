package assess

import (
	"fmt"
	"strings"
)

// markdown prints an assessment as Markdown, in the dialect of GitHub. Text
// that comes from the program under assessment is escaped.
type markdown struct {
	a *Assessment
	b strings.Builder
}

func (m *markdown) text() string {
	m.head()
	for _, s := range m.a.Sections {
		m.table(s)
	}
	m.b.WriteString("\n## Evidence\n")
	for _, s := range m.a.Sections {
		for _, item := range s.Items {
			if item.Status != Skipped {
				m.item(item)
			}
		}
	}
	m.sessions()
	m.routes()
	m.findings()
	m.list("Assumptions", m.a.Assumptions)
	return m.b.String()
}

func (m *markdown) head() {
	fmt.Fprintf(&m.b, "# %s\n\n%s\n\n", mdText(m.a.Title()), m.a.Summary())
	fmt.Fprintf(&m.b, "Made by %s %s from `%s`.\n", m.a.Tool, mdText(m.a.ToolVersion), mdCode(strings.Join(m.a.Patterns, " ")))
	m.b.WriteString("\n| | |\n|---|---|\n")
	for _, s := range Statuses() {
		fmt.Fprintf(&m.b, "| %s | %s |\n", s.Mark(), s.Meaning())
	}
	if len(m.a.Problems) > 0 {
		m.b.WriteString("\n**Not everything could be analysed:**\n\n")
		for _, p := range m.a.Problems {
			fmt.Fprintf(&m.b, "- %s: %s\n", mdText(p.Package), mdText(p.Message))
		}
	}
	m.changes()
}

func (m *markdown) changes() {
	c := m.a.Changes
	if c == nil {
		return
	}
	m.b.WriteString("\n## Changes since the older report\n\n")
	if len(c.Items)+len(c.New)+len(c.Gone) == 0 {
		m.b.WriteString("None.\n")
	}
	for _, i := range c.Items {
		from := i.From.Word()
		if i.From == "" {
			from = "not in the older report"
		}
		fmt.Fprintf(&m.b, "- %s %s: %s → %s\n", i.ID, mdText(i.Title), from, i.To.Word())
	}
	for _, s := range m.a.At(c.New) {
		fmt.Fprintf(&m.b, "- new finding: %s, %s\n", mdPlace(s.Place()), mdText(s.Text()))
	}
	for _, g := range c.Gone {
		fmt.Fprintf(&m.b, "- gone: %s, %s\n", mdPlace(place(g.Range)), mdText(g.Message))
	}
}

func (m *markdown) table(s Section) {
	fmt.Fprintf(&m.b, "\n## %s\n\n| Requirement | Description | Applicable | Implemented |\n|---|---|---|---|\n", s.Title)
	for _, i := range s.Items {
		fmt.Fprintf(&m.b, "| [%s](#%s) | %s (level %d) | %s: %s | %s |\n",
			i.ID, anchor(i), mdText(i.Title), i.Level, i.Applicable.Answer, mdText(i.Applicable.Why), mdText(i.Statement()))
	}
}

// anchor names the place of an item in the report.
func anchor(i *Item) string {
	return strings.ReplaceAll("item-"+i.Edition+"-"+i.ID, ".", "-")
}

func (m *markdown) item(i *Item) {
	fmt.Fprintf(&m.b, "\n### <a id=\"%s\"></a>%s %s\n\n%s\n\n%s. %s\n", anchor(i), i.ID, mdText(i.Title),
		mdText(i.Statement()), strings.Join(i.CWE, ", "), mdProse(i.Description))
	for _, fact := range i.Declared {
		fmt.Fprintf(&m.b, "\nDeclared at %s: %s\n", mdPlace(place(fact.Range)), mdText(fact.Reason))
	}
	for _, p := range i.Places {
		fmt.Fprintf(&m.b, "\nMay answer it: %s %s\n", mdPlace(place(p.Range)), mdText(p.Text))
	}
	for _, group := range m.a.Verdicts(i) {
		fmt.Fprintf(&m.b, "\n**%s**\n\n", group.Title)
		for _, s := range group.Sites {
			m.site(s)
		}
	}
	if i.Limited != "" {
		fmt.Fprintf(&m.b, "\nConfidence: %s.\n", mdText(i.Limited))
	}
	m.missing(i)
	if len(i.ByHand) > 0 {
		m.b.WriteString("\n**To be checked by hand**\n\n")
	}
	for _, check := range i.ByHand {
		fmt.Fprintf(&m.b, "- [ ] %s\n", mdProse(check))
	}
}

func (m *markdown) missing(i *Item) {
	if len(i.Missing) > 0 {
		fmt.Fprintf(&m.b, "\nNot looked for, because the rules were not part of this run: %s.\n", strings.Join(i.Missing, ", "))
	}
}

func (m *markdown) site(s *Site) {
	fmt.Fprintf(&m.b, "- %s %s\n", mdPlace(s.Place()), mdText(s.Text()))
	for _, step := range s.Proof() {
		fmt.Fprintf(&m.b, "  - %s\n", mdText(step))
	}
	if listing := s.Listing(); listing != "" {
		mark := fence(listing)
		fmt.Fprintf(&m.b, "\n  %stext\n%s  %s\n\n", mark, prefix(listing, "  "), mark)
	}
}

func (m *markdown) findings() {
	fmt.Fprintf(&m.b, "\n## Findings\n\n%s\n\n", m.a.Reported())
	for _, s := range m.a.At(m.a.Findings) {
		fmt.Fprintf(&m.b, "- %s %s (%s, %s)\n", mdPlace(s.Place()), mdText(s.Message), s.Rule, s.Severity)
	}
}

func (m *markdown) list(title string, texts []string) {
	fmt.Fprintf(&m.b, "\n## %s\n\n", title)
	for _, text := range texts {
		fmt.Fprintf(&m.b, "- %s\n", mdText(text))
	}
}

func (m *markdown) sessions() {
	if len(m.a.Sessions) == 0 {
		return
	}
	m.b.WriteString("\n## Session map\n\n| What | Settings | Issued | Read | Renewed | Ended |\n|---|---|---|---|---|---|\n")
	for _, t := range m.a.Sessions {
		fmt.Fprintf(&m.b, "| %s | %s |", mdText(t.Label()), mdText(t.Describe()))
		for _, s := range t.Stages() {
			fmt.Fprintf(&m.b, " %s |", mdText(s.List()))
		}
		m.b.WriteString("\n")
	}
}

func (m *markdown) routes() {
	if len(m.a.Routes) == 0 {
		return
	}
	fmt.Fprintf(&m.b, "\n## Routes\n\n%s\n\n| Route | Handler | Guard | Freshness | Place |\n|---|---|---|---|---|\n", mdText(m.a.Covered()))
	for _, r := range m.a.Routes {
		fmt.Fprintf(&m.b, "| %s | %s | %s | %s | %s |\n", mdText(r.Name()), mdText(r.Called()), mdText(r.Guarded()), mdText(r.Freshness()), mdText(place(r.Range)))
	}
}
