package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/sessionlint/sessionlint/internal/baseline"
	"github.com/sessionlint/sessionlint/internal/changed"
	"github.com/sessionlint/sessionlint/internal/driver"
	"github.com/sessionlint/sessionlint/internal/report"
)

// adoptFlags are for code bases that have findings already.
type adoptFlags struct {
	known, write, since string
	accepted            bool
}

func (a *adoptFlags) define(f *flag.FlagSet) {
	f.StringVar(&a.known, "baseline", "", "report only findings that are not in `file`")
	f.StringVar(&a.write, "write-baseline", "", "write all findings to `file`, as known")
	f.StringVar(&a.since, "new-from", "", "report only findings on lines that differ from git `revision`")
	f.BoolVar(&a.accepted, "show-accepted", false, "list findings that directives accept in SARIF, as suppressed")
}

// contradiction says which flags do not go together.
func (f *checkFlags) contradiction() error {
	switch a := f.adopt; {
	case a.write != "" && a.known != "":
		return errors.New("-write-baseline and -baseline exclude each other")
	case a.write != "" && a.since != "":
		return errors.New("-write-baseline and -new-from exclude each other: a baseline lists all findings")
	case a.write != "" && (f.fix || f.diff):
		return errors.New("-write-baseline goes without -fix and -diff")
	}
	return nil
}

// An adoption knows which findings are old.
type adoption struct {
	known *baseline.Baseline // nil: none
	lines *changed.Lines     // nil: all
}

func newAdoption(flags *checkFlags, dir string) (*adoption, error) {
	if err := flags.contradiction(); err != nil {
		return nil, err
	}
	a := new(adoption)
	var err error
	if name := flags.adopt.known; name != "" {
		if a.known, err = baseline.Read(name); err != nil {
			return nil, err
		}
	}
	if revision := flags.adopt.since; revision != "" {
		a.lines, err = changed.Since(context.Background(), dir, revision)
	}
	return a, err
}

// withhold makes a finding that is old none.
func (a *adoption) withhold(s *report.Site) {
	known := a.known != nil && a.known.Known(s.Fingerprint) // silent ones are met, too
	switch {
	case !s.Finding:
	case known:
		s.Finding, s.Withheld = false, report.Known
	case a.lines != nil && !s.OnLines(a.lines.Touched):
		s.Finding, s.Withheld = false, report.Unchanged
	}
}

// writeBaseline makes all findings known, if that was asked for.
func (r *run) writeBaseline(res *driver.Result) error {
	name := r.flags.adopt.write
	if name == "" {
		return nil
	}
	if len(res.Problems) > 0 {
		return errors.New("baseline not written: not everything could be analysed")
	}
	var list []baseline.Finding
	for _, s := range res.Sites {
		e := r.sources.Site(res.Fset, s.Site, s.Package, s.URL())
		if e.Finding {
			list = append(list, baseline.Finding{
				Fingerprint: e.Fingerprint, Rule: e.Rule, Category: e.Category, Package: e.Package,
				File: filepath.Base(e.Range.File), Function: e.Function, Message: e.Message,
			})
		}
	}
	r.sources.Forget() // fingerprints count
	if err := baseline.Write(name, list); err != nil {
		return err
	}
	fmt.Fprintf(r.stderr, "sessionlint: wrote %d findings to %s\n", len(list), report.Escape(name))
	r.adoption.known = baseline.New(list)
	return nil
}

// stale returns what the baseline lists about the analysed packages in vain.
// Files that exist but were not analysed may be for other platforms.
func (a *adoption) stale(res *driver.Result) []report.Stale {
	if a.known == nil {
		return nil
	}
	looked := func(f baseline.Finding) bool {
		files := res.Files[f.Package]
		if len(files) == 0 {
			return false
		}
		if slices.ContainsFunc(files, func(name string) bool { return filepath.Base(name) == f.File }) {
			return true
		}
		_, err := os.Lstat(filepath.Join(filepath.Dir(files[0]), filepath.Base(f.File)))
		return errors.Is(err, os.ErrNotExist)
	}
	var list []report.Stale
	for _, f := range a.known.Stale(looked) {
		list = append(list, report.Stale{Rule: f.Rule, Package: f.Package, File: f.File, Function: f.Function, Fingerprint: f.Fingerprint})
	}
	return list
}
