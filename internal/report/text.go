package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/fatih/color"
)

// text writes findings for people: by file, with the source.
type text struct {
	out     io.Writer
	sources *Sources
	err     error // the first of writing
	file    string
	files   int
	example string // a rule that has a finding

	bold, faint, bad, mark *color.Color
}

func newText(out io.Writer, sources *Sources, colored bool) *text {
	paint := func(attributes ...color.Attribute) *color.Color {
		c := color.New(attributes...)
		if colored {
			c.EnableColor()
		} else {
			c.DisableColor()
		}
		return c
	}
	return &text{
		out: out, sources: sources,
		bold: paint(color.Bold), faint: paint(color.Faint), bad: paint(color.FgRed, color.Bold), mark: paint(color.FgYellow),
	}
}

func (t *text) Config(*Config) error     { return nil }
func (t *text) Progress(*Progress) error { return nil }

func (t *text) printf(format string, args ...any) {
	if t.err == nil {
		_, t.err = fmt.Fprintf(t.out, format, args...)
	}
}

// Site shows a finding.
func (t *text) Site(s *Site) error {
	if !s.Finding {
		return nil
	}
	if t.example == "" {
		t.example = s.Rule
	}
	if t.file != s.Range.File || t.files == 0 {
		t.file = s.Range.File
		t.files++
		t.printf("%s\n", t.bold.Sprint(Escape(t.file)))
	}
	t.printf("  %d:%d: %s %s\n", s.Range.Start.Line, s.Range.Start.Column,
		t.bad.Sprint(Escape(s.Message)), t.faint.Sprintf("(%s)", s.Rule))
	t.excerpt(s.Range, "    ")
	for _, step := range s.Steps {
		where := fmt.Sprintf("%d:%d", step.Range.Start.Line, step.Range.Start.Column)
		if step.Range.File != s.Range.File {
			where = step.Range.String()
		}
		t.printf("      %s: %s\n", where, Escape(step.Message))
	}
	if s.URL != "" {
		t.printf("    %s\n", t.faint.Sprint(s.URL))
	}
	t.printf("\n")
	return t.err
}

// excerpt shows the line where a range starts, and marks it.
func (t *text) excerpt(r Range, indent string) {
	source := t.sources.Line(r.path, r.Start.Line)
	if source == "" {
		return
	}
	end := len(source)
	if r.End.Line == r.Start.Line {
		end = r.End.Column - 1
	}
	line, padding, carets := mark(source, r.Start.Column-1, end)
	number := fmt.Sprint(r.Start.Line)
	t.printf("%s%s %s\n", indent, t.faint.Sprint(number+" |"), line)
	t.printf("%s%s %s%s\n", indent, t.faint.Sprint(strings.Repeat(" ", len(number))+" |"), padding, t.mark.Sprint(carets))
}

// Summary counts, and says what to do next.
func (t *text) Summary(s *Summary) error {
	if s.Packages == 0 && len(s.Problems) > 0 {
		return t.err // the problems say it
	}
	var by, open []string
	undecided := 0
	for _, c := range s.Rules {
		if c.Findings > 0 {
			by = append(by, fmt.Sprintf("%s %d", c.Rule, c.Findings))
		}
		if c.Unknown > 0 {
			open = append(open, fmt.Sprintf("%s %d", c.Rule, c.Unknown))
			undecided += c.Unknown
		}
	}
	if s.Findings == 0 {
		t.printf("no findings in %s\n", count(s.Packages, "package"))
	} else {
		t.printf("%s in %s of %s: %s\n", t.bold.Sprint(count(s.Findings, "finding")),
			count(t.files, "file"), count(s.Packages, "package"), strings.Join(by, ", "))
	}
	if undecided > 0 {
		t.printf("%s could not be decided (-f json lists them): %s\n", count(undecided, "place"), strings.Join(open, ", "))
	}
	if t.example != "" {
		t.printf("next: sessionlint explain %s\n", t.example)
	}
	return t.err
}

// count returns "1 file" or "2 files".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
