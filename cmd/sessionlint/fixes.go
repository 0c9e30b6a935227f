package main

import (
	"fmt"
	"io"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/driver"
	"github.com/sessionlint/sessionlint/internal/fix"
)

// merged applies the first fix of every finding, in memory.
func (r *run) merged(o *outcome) (fixable int, changed *fix.Result) {
	var sites []*driver.Site
	var fixes []analysis.SuggestedFix
	for i, s := range o.Sites {
		if o.events[i].Finding && len(s.Fixes) > 0 {
			sites = append(sites, s)
			fixes = append(fixes, s.Fixes[0])
		}
	}
	changed = fix.Apply(o.Fset, fixes)
	for i, err := range changed.Errs {
		if err != nil {
			r.complain("%s: not fixed (%s): %v", sites[i].Start, fixes[i].Message, err)
		}
	}
	return len(sites), changed
}

// applyFixes reports whether it changed files.
func (r *run) applyFixes(o *outcome) (bool, error) {
	fixable, changed := r.merged(o)
	for _, file := range changed.Files {
		if err := file.Write(); err != nil {
			return false, err
		}
	}
	fixed := 0
	for _, err := range changed.Errs {
		if err == nil {
			fixed++
		}
	}
	if fixed > 0 {
		fmt.Fprintf(r.stderr, "sessionlint: fixed %d of %d fixable findings in %d files\n", fixed, fixable, len(changed.Files))
	}
	return len(changed.Files) > 0, nil
}

// showDiff prints what applyFixes would change.
func (r *run) showDiff(o *outcome) (int, error) {
	_, changed := r.merged(o)
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
