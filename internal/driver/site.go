package driver

import (
	"cmp"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/sessionlint/sessionlint/internal/evidence"
)

// A Site is what a rule decided, and where.
type Site struct {
	*evidence.Site
	Analyzer   *analysis.Analyzer
	Package    string
	Start, End token.Position
}

// IsFinding reports whether the site is shown to people: a violation that the
// options in force do not silence.
func (s *Site) IsFinding() bool { return s.Verdict == evidence.Violation && !s.Silent }

// URL is the page of the rule, at the section of the category.
func (s *Site) URL() string {
	if s.Analyzer.URL == "" || s.Category == "" {
		return s.Analyzer.URL
	}
	return s.Analyzer.URL + "#" + s.Category
}

// sitesOf returns the sites of a rule. The diagnostics of an analyzer that is
// not a rule are violations.
func sitesOf(fset *token.FileSet, pkg *packages.Package, a *analysis.Analyzer, act *action) []*Site {
	var found []*evidence.Site
	if sites, ok := act.result.(*evidence.Sites); ok {
		found = sites.All()
	} else {
		for _, d := range act.diagnostics {
			found = append(found, &evidence.Site{
				Rule: a.Name, Pos: d.Pos, End: d.End, Verdict: evidence.Violation,
				Confidence: evidence.Certain, Severity: evidence.Warning, Category: d.Category, Message: d.Message,
				Related: d.Related, Fixes: d.SuggestedFixes,
			})
		}
	}
	sites := make([]*Site, 0, len(found))
	for _, s := range found {
		sites = append(sites, &Site{
			Site: s, Analyzer: a, Package: pathOf(pkg),
			Start: fset.Position(s.Pos), End: fset.Position(cmp.Or(s.End, s.Pos)),
		})
	}
	return sites
}

// ordered sorts sites and drops those that say the same of the same place.
func ordered(sites []*Site) []*Site {
	slices.SortStableFunc(sites, compare)
	return slices.CompactFunc(sites, func(a, b *Site) bool { return compare(a, b) == 0 })
}

func compare(a, b *Site) int {
	return cmp.Or(
		cmp.Compare(a.Start.Filename, b.Start.Filename),
		cmp.Compare(a.Start.Line, b.Start.Line),
		cmp.Compare(a.Start.Column, b.Start.Column),
		cmp.Compare(a.Rule, b.Rule),
		cmp.Compare(a.Verdict, b.Verdict),
		cmp.Compare(a.Category, b.Category),
		cmp.Compare(a.Message, b.Message),
	)
}
