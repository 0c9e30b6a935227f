package golangci

import (
	"fmt"
	"go/token"
	"maps"
	"path/filepath"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/directive"
)

// adapt returns the rule as golangci-lint needs it: with diagnostics that it can
// show, and without the rule's own regard for //nolint. golangci-lint sees to
// that; if it never saw the finding, its nolintlint would call the comment
// unused. The flags stay with the original.
func adapt(rule *analysis.Analyzer) *analysis.Analyzer {
	return &analysis.Analyzer{
		Name: rule.Name, Doc: rule.Doc, URL: rule.URL,
		Requires: rule.Requires, ResultType: rule.ResultType, FactTypes: rule.FactTypes,
		Run: func(pass *analysis.Pass) (any, error) {
			adapted := *pass
			adapted.ResultOf = maps.Clone(pass.ResultOf)
			adapted.ResultOf[directive.Analyzer] = directive.Of(pass).WithoutNolint()
			adapted.Report = func(d analysis.Diagnostic) {
				d.Message += steps(pass.Fset, d)
				d.Related = nil // each would become an issue of its own
				d.SuggestedFixes = applicable(pass.Fset, d)
				pass.Report(d)
			}
			return rule.Run(&adapted)
		},
	}
}

// steps returns the related positions of a diagnostic as the end of its
// message: " [identity stored here: line 12; session loaded here: web.go:7]".
func steps(fset *token.FileSet, d analysis.Diagnostic) string {
	var list []string
	at := fset.Position(d.Pos)
	for _, related := range d.Related {
		pos := fset.Position(related.Pos)
		place := fmt.Sprintf("line %d", pos.Line)
		if pos.Filename != at.Filename {
			place = fmt.Sprintf("%s:%d", filepath.Base(pos.Filename), pos.Line)
		}
		list = append(list, related.Message+": "+place)
	}
	if len(list) == 0 {
		return ""
	}
	return " [" + strings.Join(list, "; ") + "]"
}

// applicable returns the first fix of a diagnostic, as go fix would choose it,
// since golangci-lint applies all; none if part of it is for another file,
// which golangci-lint would leave out.
func applicable(fset *token.FileSet, d analysis.Diagnostic) []analysis.SuggestedFix {
	if len(d.SuggestedFixes) == 0 {
		return nil
	}
	for _, edit := range d.SuggestedFixes[0].TextEdits {
		if fset.File(edit.Pos) != fset.File(d.Pos) {
			return nil
		}
	}
	return d.SuggestedFixes[:1]
}
