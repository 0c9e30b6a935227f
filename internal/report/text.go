package report

import (
	"fmt"
	"io"
	"slices"

	"github.com/fatih/color"
)

// text writes findings for people: by file, and those about the same piece of
// source together.
type text struct {
	out     io.Writer
	sources *Sources
	room    int     // columns
	err     error   // the first of writing
	group   []*Site // findings on one range, not yet written
	rules   []Rule
	file    string
	files   int
	fixable int

	bold, faint            *color.Color
	severe, medium, gentle *color.Color
}

// unlimited is the room where there is no screen.
const unlimited = 120

func newText(out io.Writer, sources *Sources, style Style) *text {
	paint := func(attributes ...color.Attribute) *color.Color {
		c := color.New(attributes...)
		if style.Color {
			c.EnableColor()
		} else {
			c.DisableColor()
		}
		return c
	}
	t := &text{
		out: out, sources: sources, room: style.Width,
		bold: paint(color.Bold), faint: paint(color.Faint),
		// These are readable on dark and on light screens; yellow is not.
		severe: paint(color.FgRed, color.Bold), medium: paint(color.FgMagenta, color.Bold), gentle: paint(color.FgBlue, color.Bold),
	}
	if t.room <= 0 {
		t.room = unlimited
	}
	return t
}

func (t *text) Config(c *Config) error {
	t.rules = c.Rules
	return nil
}

func (t *text) Progress(*Progress) error { return nil }

func (t *text) printf(format string, args ...any) {
	if t.err == nil {
		_, t.err = fmt.Fprintf(t.out, format, args...)
	}
}

// Site takes a finding. It is written with the next one elsewhere.
func (t *text) Site(s *Site) error {
	if !s.Finding {
		return nil
	}
	if len(t.group) > 0 && t.group[0].Range != s.Range {
		t.flush()
	}
	t.group = append(t.group, s)
	if len(s.Fixes) > 0 {
		t.fixable++
	}
	return t.err
}

// flush writes the group: what is wrong, the source once, the steps.
func (t *text) flush() {
	if len(t.group) == 0 {
		return
	}
	at := t.group[0].Range
	if t.file != at.File || t.files == 0 {
		t.file = at.File
		t.files++
		t.printf("%s\n", t.bold.Sprint(Escape(t.file)))
	}
	var steps []Step
	for _, s := range t.group {
		t.headline(s)
		for _, step := range s.Steps {
			if !slices.Contains(steps, step) {
				steps = append(steps, step)
			}
		}
	}
	t.excerpt(at, t.paint(t.group[0].Severity))
	for _, step := range steps {
		t.step(step, at)
	}
	t.printf("\n")
	t.group = nil
}

func (t *text) headline(s *Site) {
	where := fmt.Sprintf("  %d:%d: ", s.Range.Start.Line, s.Range.Start.Column)
	for i, line := range wrap(Escape(s.Message), t.room-len(where), len(s.Rule)+3) {
		if i > 0 {
			t.printf("\n%*s", len(where), "")
		} else {
			t.printf("%s", where)
		}
		t.printf("%s", t.paint(s.Severity).Sprint(line))
	}
	t.printf(" %s\n", t.faint.Sprintf("[%s]", s.Rule))
}

func (t *text) paint(severity string) *color.Color {
	switch severity {
	case "error":
		return t.severe
	case "info":
		return t.gentle
	}
	return t.medium
}
