package report

import (
	"fmt"
	"io"
)

// line writes one line per finding, for editors and scripts:
//
//	file:line:column: message (rule)
//
// Steps follow in lines that begin with a tab.
type line struct{ out io.Writer }

func (*line) Config(*Config) error     { return nil }
func (*line) Progress(*Progress) error { return nil }
func (*line) Summary(*Summary) error   { return nil }

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

// String returns file, line and column, safe to show.
func (r Range) String() string {
	return fmt.Sprintf("%s:%d:%d", Escape(r.File), r.Start.Line, r.Start.Column)
}
