package golangci

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/fix"
)

// reconcile leaves the findings with such fixes, and in such an order, that
// golangci-lint's --fix makes of a file what our own -fix makes of it.
//
// golangci-lint applies all fixes of a finding, leaves out their edits in other
// files, and gives up all fixes of a file when two contradict each other. So
// each finding keeps its first fix or none. Of equal edits golangci-lint
// applies one, but only if they come one after the other: findings with equal
// fixes become neighbours.
func reconcile(fset *token.FileSet, found []finding) {
	fixes := make([]analysis.SuggestedFix, len(found))
	for i, f := range found {
		if len(f.fixes) > 0 && local(fset, f) {
			fixes[i] = f.fixes[0]
		}
	}
	for i, err := range fix.Apply(fset, fixes).Errs {
		found[i].fixes, found[i].rank = nil, i
		if err == nil && len(fixes[i].TextEdits) > 0 {
			found[i].fixes = fixes[i : i+1]
			found[i].rank = slices.IndexFunc(fixes, func(f analysis.SuggestedFix) bool { return equal(f, fixes[i]) })
		}
	}
	slices.SortStableFunc(found, func(a, b finding) int { return a.rank - b.rank })
}

// local reports whether the first fix of a finding is for its file only.
func local(fset *token.FileSet, f finding) bool {
	return !slices.ContainsFunc(f.fixes[0].TextEdits, func(e analysis.TextEdit) bool {
		return fset.File(e.Pos) != fset.File(f.Pos)
	})
}

// equal reports whether two fixes make the same edits.
func equal(a, b analysis.SuggestedFix) bool {
	return slices.EqualFunc(a.TextEdits, b.TextEdits, func(x, y analysis.TextEdit) bool {
		return x.Pos == y.Pos && x.End == y.End && string(x.NewText) == string(y.NewText)
	})
}
