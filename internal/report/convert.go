package report

import (
	"cmp"
	"go/token"

	"github.com/sessionlint/sessionlint/internal/evidence"
)

// Site turns a site of a package into an event; url is the page of its rule.
func (s *Sources) Site(fset *token.FileSet, site *evidence.Site, pkg, url string) *Site {
	span := func(pos, end token.Pos) Range {
		return s.Range(fset.Position(pos), fset.Position(cmp.Or(end, pos)))
	}
	event := &Site{
		Rule: site.Rule, Package: pkg, Verdict: site.Verdict.String(),
		Finding:    site.Verdict == evidence.Violation && !site.Silent,
		Confidence: site.Confidence.String(), Severity: site.Severity.String(),
		Category: site.Category, Message: site.Message, Subject: site.Subject, Reason: site.Reason, URL: url, Silenced: site.Silence,
		Range: span(site.Pos, site.End),
	}
	for _, related := range site.Related {
		event.Steps = append(event.Steps, Step{related.Message, span(related.Pos, related.End)})
	}
	for _, fix := range site.Fixes {
		f := Fix{Title: fix.Message}
		for _, edit := range fix.TextEdits {
			f.Edits = append(f.Edits, Edit{span(edit.Pos, edit.End), string(edit.NewText)})
		}
		event.Fixes = append(event.Fixes, f)
	}
	if site.Verdict == evidence.Violation || site.Verdict == evidence.Accepted {
		s.identify(event)
	}
	return event
}

// OnLines reports whether a site or one of its steps is on lines of a file
// that touched accepts.
func (s *Site) OnLines(touched func(path string, from, to int) bool) bool {
	if touched(s.Range.path, s.Range.Start.Line, s.Range.End.Line) {
		return true
	}
	for _, step := range s.Steps {
		if touched(step.Range.path, step.Range.Start.Line, step.Range.End.Line) {
			return true
		}
	}
	return false
}
