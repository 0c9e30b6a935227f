package golangci

import (
	"cmp"
	"fmt"
	"go/token"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/directive"
	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/order"
)

// suite returns one analyzer that reports what all rules find. It bears the
// name of the linter, because golangci-lint puts any other before a message.
// One for all can see to it that fixes of different rules get along.
func suite(rules []*analysis.Analyzer) *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name: linterName,
		Doc:  "find session-management vulnerabilities",
		URL:  "https://github.com/sessionlint/sessionlint",
	}
	for _, rule := range rules {
		a.Requires = append(a.Requires, withoutNolint(rule))
	}
	a.Run = func(pass *analysis.Pass) (any, error) {
		found := findings(pass)
		reconcile(pass.Fset, found)
		for _, f := range found {
			pass.Report(f.diagnostic(pass.Fset))
		}
		return nil, nil
	}
	return a
}

// withoutNolint returns the rule without regard for //nolint. golangci-lint sees
// to that, and its nolintlint calls the comment unused if the finding is not
// reported. The flags stay with the original.
func withoutNolint(rule *analysis.Analyzer) *analysis.Analyzer {
	return &analysis.Analyzer{
		Name: rule.Name, Doc: rule.Doc, URL: rule.URL,
		Requires: rule.Requires, ResultType: rule.ResultType, FactTypes: rule.FactTypes,
		Run: func(pass *analysis.Pass) (any, error) {
			blind := *pass
			blind.ResultOf = maps.Clone(pass.ResultOf)
			blind.ResultOf[directive.Analyzer] = directive.Of(pass).WithoutNolint()
			return rule.Run(&blind)
		},
	}
}

// A finding is a site to report.
type finding struct {
	*evidence.Site
	fixes []analysis.SuggestedFix
	rank  int // place among the findings of the package
}

// findings returns the violations that the options do not silence, ordered as
// the command orders them.
func findings(pass *analysis.Pass) []finding {
	var found []finding
	for _, result := range pass.ResultOf {
		for _, s := range result.(*evidence.Sites).All() {
			if s.Verdict == evidence.Violation && !s.Silent {
				found = append(found, finding{Site: s, fixes: s.Fixes})
			}
		}
	}
	slices.SortFunc(found, func(a, b finding) int {
		return cmp.Or(order.Places(pass.Fset, a.Pos, b.Pos), cmp.Compare(a.Rule, b.Rule),
			cmp.Compare(a.Category, b.Category), cmp.Compare(a.Message, b.Message))
	})
	return found
}

// diagnostic returns a finding as golangci-lint can show it: the rule is said
// in the message, and so are the related positions, each of which would become
// an issue of its own.
func (f finding) diagnostic(fset *token.FileSet) analysis.Diagnostic {
	return analysis.Diagnostic{
		Pos: f.Pos, End: f.End, Category: f.Category,
		Message:        f.Rule + ": " + f.Message + steps(fset, f.Site),
		SuggestedFixes: f.fixes,
	}
}

// steps returns the related positions of a finding as the end of its message:
// " [identity stored here: line 12; session loaded here: web.go:7]".
func steps(fset *token.FileSet, s *evidence.Site) string {
	var list []string
	at := fset.Position(s.Pos)
	for _, related := range s.Related {
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
