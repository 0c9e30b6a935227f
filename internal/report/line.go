package report

import (
	"fmt"
	"io"
	"regexp"
)

// line writes one line per finding, for editors and scripts:
//
//	file:line:column: message (rule)
//
// Steps follow in lines that begin with a tab. Problems come at the end, in
// the same stream: editors drop all findings when there is anything on
// standard error.
type line struct {
	out     io.Writer
	sources *Sources
}

func (*line) Config(*Config) error     { return nil }
func (*line) Progress(*Progress) error { return nil }

func (l *line) Site(s *Site) error {
	if !s.Finding {
		return nil
	}
	if _, err := fmt.Fprintf(l.out, "%s: %s (%s)\n", s.Range, Escape(s.Message), s.Rule); err != nil {
		return err
	}
	for _, step := range s.Steps {
		if _, err := fmt.Fprintf(l.out, "\t%s: %s\n", step.Range, Escape(step.Message)); err != nil {
			return err
		}
	}
	return nil
}

func (l *line) Summary(s *Summary) error {
	placed := regexp.MustCompile(`^(.+?\.go)(:[0-9]+:[0-9]+: .*)$`)
	for _, p := range s.Problems {
		text := p.Package + ": " + p.Message
		if m := placed.FindStringSubmatch(p.Message); m != nil {
			text = l.sources.Name(m[1]) + m[2]
		}
		if _, err := fmt.Fprintln(l.out, Escape(text)); err != nil {
			return err
		}
	}
	return nil
}

// String returns file, line and column, safe to show.
func (r Range) String() string {
	return fmt.Sprintf("%s:%d:%d", Escape(r.File), r.Start.Line, r.Start.Column)
}
