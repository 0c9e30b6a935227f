// Package requires follows what analyzers require.
package requires

import (
	"slices"

	"golang.org/x/tools/go/analysis"
)

// All returns the analyzers and all that they require, the latter first.
func All(analyzers []*analysis.Analyzer) []*analysis.Analyzer {
	seen := make(map[*analysis.Analyzer]bool)
	var all []*analysis.Analyzer
	var visit func([]*analysis.Analyzer)
	visit = func(list []*analysis.Analyzer) {
		for _, a := range list {
			if !seen[a] {
				seen[a] = true
				visit(a.Requires)
				all = append(all, a)
			}
		}
	}
	visit(analyzers)
	return all
}

// WithFacts returns those of All that have facts: what runs on a package only
// for the sake of those that import it.
func WithFacts(analyzers []*analysis.Analyzer) []*analysis.Analyzer {
	return slices.DeleteFunc(All(analyzers), func(a *analysis.Analyzer) bool { return len(a.FactTypes) == 0 })
}
