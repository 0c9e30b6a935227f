package report

import (
	"fmt"
	"strings"

	"github.com/fatih/color"
)

// excerpt shows the line where a range starts, and marks it.
func (t *text) excerpt(r Range, paint *color.Color) {
	source := t.sources.Line(r.path, r.Start.Line)
	if source == "" {
		return
	}
	number := fmt.Sprint(r.Start.Line)
	room := t.room - len(number) - len("     | ")
	_, code := tokens(source)
	end := r.End.Column - 1
	if r.End.Line != r.Start.Line {
		end = code
	}
	if width(source) > room { // the comment goes first
		source = source[:min(max(code, end), len(source))]
	}
	line, padding, carets := mark(source, r.Start.Column-1, end, room)
	t.printf("    %s %s\n", t.faint.Sprint(number+" |"), line)
	t.printf("    %*s %s %s%s\n", len(number), "", t.faint.Sprint("|"), padding, paint.Sprint(carets))
}

// step shows a step of a flow; its source line, too, if that is another than
// the one of the finding.
func (t *text) step(step Step, finding Range) {
	where := fmt.Sprintf("%d:%d", step.Range.Start.Line, step.Range.Start.Column)
	if step.Range.File != finding.File {
		where = step.Range.String()
	}
	t.printf("      %s: %s\n", where, Escape(step.Message))
	source := t.sources.Line(step.Range.path, step.Range.Start.Line)
	if source == "" || step.Range.path == finding.path && step.Range.Start.Line == finding.Start.Line {
		return
	}
	number := fmt.Sprint(step.Range.Start.Line)
	_, code := tokens(source)
	line, _, _ := mark(strings.TrimSpace(source[:code]), 0, 0, t.room-len(number)-len("         | "))
	t.printf("        %s %s\n", t.faint.Sprint(number+" |"), line)
}
