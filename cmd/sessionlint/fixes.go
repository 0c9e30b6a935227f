package main

import (
	"fmt"
	"io"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/driver"
	"github.com/sessionlint/sessionlint/internal/fix"
)

// merged applies the first fix of every finding, in memory.
func (r *run) merged(res *driver.Result) ([]*driver.Site, *fix.Result) {
	var sites []*driver.Site
	var fixes []analysis.SuggestedFix
	for _, s := range res.Sites {
		if s.IsFinding() && len(s.Fixes) > 0 {
			sites = append(sites, s)
			fixes = append(fixes, s.Fixes[0])
		}
	}
	changed := fix.Apply(res.Fset, fixes)
	for i, err := range changed.Errs {
		if err != nil {
			r.complain("%s: not fixed (%s): %v", sites[i].Start, fixes[i].Message, err)
		}
	}
	return sites, changed
}

// applyFixes changes files and returns the findings that are gone.
func (r *run) applyFixes(res *driver.Result) (map[*driver.Site]bool, error) {
	sites, changed := r.merged(res)
	for _, file := range changed.Files {
		if err := file.Write(); err != nil {
			return nil, err
		}
	}
	fixed := make(map[*driver.Site]bool)
	for i, err := range changed.Errs {
		if err == nil {
			fixed[sites[i]] = true
		}
	}
	if len(fixed) > 0 {
		fmt.Fprintf(r.stderr, "sessionlint: fixed %d of %d fixable findings in %d files\n", len(fixed), len(sites), len(changed.Files))
	}
	return fixed, nil
}

// showDiff prints what applyFixes would change.
func (r *run) showDiff(res *driver.Result) (int, error) {
	_, changed := r.merged(res)
	for _, file := range changed.Files {
		if _, err := io.WriteString(r.out, file.Diff(r.sources.Name(file.Name))); err != nil {
			return trouble, err
		}
	}
	if len(changed.Files) > 0 {
		return findings, nil
	}
	return clean, nil
}
