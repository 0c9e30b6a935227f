package assess

import (
	"fmt"
	"strings"
)

// asciidoc prints an assessment in AsciiDoc: for each section a table of its
// requirements, then a paragraph and the code that proves them.
type asciidoc struct {
	a *Assessment
	b strings.Builder
}

func (d *asciidoc) text() string {
	fmt.Fprintf(&d.b, "= %s\n:toc:\n:icons: font\n\n%s\n\nMade by %s %s from %s.\n", adText(d.a.Title()), adText(d.a.Summary()),
		d.a.Tool, adText(d.a.ToolVersion), adText(strings.Join(d.a.Patterns, " ")))
	d.b.WriteString("\n[horizontal]\n")
	for _, s := range Statuses() {
		fmt.Fprintf(&d.b, "%s:: %s\n", s.Mark(), adText(s.Meaning()))
	}
	d.problems()
	d.changes()
	for _, s := range d.a.Sections {
		d.section(s)
	}
	d.sessions()
	d.routes()
	d.findings()
	fmt.Fprint(&d.b, "\n== Assumptions\n\n")
	for _, text := range d.a.Assumptions {
		fmt.Fprintf(&d.b, "* %s\n", adText(text))
	}
	return d.b.String()
}

func (d *asciidoc) problems() {
	if len(d.a.Problems) > 0 {
		d.b.WriteString("\nWARNING: Not everything could be analysed.\n\n")
	}
	for _, p := range d.a.Problems {
		fmt.Fprintf(&d.b, "* %s: %s\n", adText(p.Package), adText(p.Message))
	}
}

func (d *asciidoc) changes() {
	c := d.a.Changes
	if c == nil {
		return
	}
	d.b.WriteString("\n== Changes since the older report\n\n")
	if len(c.Items)+len(c.New)+len(c.Gone) == 0 {
		d.b.WriteString("None.\n")
	}
	for _, i := range c.Items {
		fmt.Fprintf(&d.b, "* %s %s: %s -> %s\n", i.ID, adText(i.Title), i.From.Word(), i.To.Word())
	}
	for _, s := range d.a.At(c.New) {
		fmt.Fprintf(&d.b, "* new finding: %s, %s\n", adText(s.Place()), adText(s.Text()))
	}
	for _, g := range c.Gone {
		fmt.Fprintf(&d.b, "* gone: %s, %s\n", adText(place(g.Range)), adText(g.Message))
	}
}

func (d *asciidoc) section(s Section) {
	fmt.Fprintf(&d.b, "\n== %s\n\n[cols=\"1,4,2,4\",options=\"header\"]\n|===\n|Requirement |Description |Applicable |Implemented\n", adText(s.Title))
	for _, i := range s.Items {
		fmt.Fprintf(&d.b, "\n|%s\n|%s: %s (level %d, %s)\n|%s: %s\n|%s\n", i.ID, adText(i.Title), adProse(i.Description), i.Level,
			strings.Join(i.CWE, ", "), i.Applicable.Answer, adText(i.Applicable.Why), adText(i.Statement()))
	}
	d.b.WriteString("|===\n")
	for _, i := range s.Items {
		d.item(i)
	}
	for _, shown := range d.a.shown(s) {
		fmt.Fprintf(&d.b, "\n.%s, %s: %s\n", shown.item.ID, adText(shown.site.Place()), adText(shown.site.Message))
		d.listing(shown.site.Listing())
	}
}

// item is the paragraph about one requirement.
func (d *asciidoc) item(i *Item) {
	if len(i.Sites)+len(i.Declared)+len(i.Places)+len(i.ByHand)+len(i.Beyond)+len(i.Advice) == 0 {
		return
	}
	fmt.Fprintf(&d.b, "\n*%s %s.* %s.\n", i.ID, adText(i.Title), adText(i.Statement()))
	d.b.WriteString("\n")
	for _, fact := range i.Declared {
		fmt.Fprintf(&d.b, "* Declared at %s: %s\n", adText(place(fact.Range)), adText(fact.Reason))
	}
	for _, p := range i.Places {
		fmt.Fprintf(&d.b, "* May answer it: %s: %s\n", adText(place(p.Range)), adText(p.Text))
	}
	for _, group := range d.a.Verdicts(i) {
		for _, s := range group.Sites {
			fmt.Fprintf(&d.b, "* %s: %s: %s\n", group.Title, adText(s.Place()), adText(s.Text()))
			for _, step := range s.Proof() {
				fmt.Fprintf(&d.b, "** %s\n", adText(step))
			}
		}
	}
	if i.Limited != "" {
		fmt.Fprintf(&d.b, "* Confidence: %s.\n", adText(i.Limited))
	}
	if len(i.Missing) > 0 {
		fmt.Fprintf(&d.b, "* Not looked for, because the rules were not part of this run: %s.\n", strings.Join(i.Missing, ", "))
	}
	for _, check := range i.ByHand {
		fmt.Fprintf(&d.b, "* To be checked by hand: %s\n", adProse(check))
	}
}

// listing shows code as it is: no callouts, and no line that could be a
// directive, since each begins with its number.
func (d *asciidoc) listing(text string) {
	mark := "----"
	for strings.Contains(text, mark) {
		mark += "-"
	}
	fmt.Fprintf(&d.b, "[source,text,subs=specialchars]\n%s\n%s%s\n", mark, text, mark)
}

func (d *asciidoc) findings() {
	fmt.Fprintf(&d.b, "\n== Findings\n\n%s\n\n", d.a.Reported())
	for _, s := range d.a.At(d.a.Findings) {
		fmt.Fprintf(&d.b, "* %s: %s (%s, %s)\n", adText(s.Place()), adText(s.Message), s.Rule, s.Severity)
	}
}

func (d *asciidoc) sessions() {
	if len(d.a.Sessions) == 0 {
		return
	}
	d.b.WriteString("\n== Session map\n\n[cols=\"2,3,2,2,2,2\",options=\"header\"]\n|===\n|What |Settings |Issued |Read |Renewed |Ended\n")
	for _, t := range d.a.Sessions {
		fmt.Fprintf(&d.b, "\n|%s\n|%s\n", adText(t.Label()), adText(t.Describe()))
		for _, s := range t.Stages() {
			fmt.Fprintf(&d.b, "|%s\n", adText(s.List()))
		}
	}
	d.b.WriteString("|===\n")
}

func (d *asciidoc) routes() {
	if len(d.a.Routes) == 0 {
		return
	}
	fmt.Fprintf(&d.b, "\n== Routes\n\n%s\n\n[cols=\"3,2,3,2,2\",options=\"header\"]\n|===\n|Route |Handler |Guard |Freshness |Place\n", adText(d.a.Covered()))
	for _, r := range d.a.Routes {
		fmt.Fprintf(&d.b, "\n|%s\n|%s\n|%s\n|%s\n|%s\n", adText(r.Name()), adText(r.Called()), adText(r.Guarded()), adText(r.Freshness()), adText(place(r.Range)))
	}
	d.b.WriteString("|===\n")
}
