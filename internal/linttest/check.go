package linttest

import (
	"cmp"
	"fmt"
	"go/token"
	"maps"
	"path/filepath"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/sessionlint/sessionlint/internal/evidence"
)

// A fixture is a part of a module with the rules to run over it.
type fixture struct {
	dir       string // of the module
	analyzers []*analysis.Analyzer
	patterns  []string
	update    bool
}

// A finding is a diagnostic.
type finding struct {
	analysis.Diagnostic
	rule string
	posn token.Position
}

// check returns what differs from what the fixture says.
func (f *fixture) check() ([]string, error) {
	pkgs, err := loadOnce(f.dir, f.patterns)
	if err != nil {
		return nil, err
	}
	findings, sites, err := f.analyze(pkgs)
	if err != nil {
		return nil, err
	}
	problems, err := f.compareWants(pkgs, findings)
	if err != nil {
		return nil, err
	}
	for _, compare := range []func([]*packages.Package) ([]string, error){
		func(pkgs []*packages.Package) ([]string, error) { return f.compareSites(pkgs, sites) },
		func(pkgs []*packages.Package) ([]string, error) { return f.compareFixes(pkgs, findings) },
	} {
		more, err := compare(pkgs)
		if err != nil {
			return nil, err
		}
		problems = append(problems, more...)
	}
	return problems, nil
}

// analyze runs the rules and returns diagnostics and sites, each once although
// the files of a package with tests are analysed twice.
func (f *fixture) analyze(pkgs []*packages.Package) ([]finding, []site, error) {
	graph, err := checker.Analyze(f.analyzers, pkgs, nil)
	if err != nil {
		return nil, nil, err
	}
	var findings []finding
	var sites []site
	for _, act := range graph.Roots {
		if act.Err != nil {
			return nil, nil, fmt.Errorf("%s: %w", act, act.Err)
		}
		fset := act.Package.Fset
		for _, d := range act.Diagnostics {
			findings = append(findings, finding{d, act.Analyzer.Name, fset.PositionFor(d.Pos, false)})
		}
		if result, ok := act.Result.(*evidence.Sites); ok {
			for _, s := range result.All() {
				sites = append(sites, site{s, fset.PositionFor(s.Pos, false)})
			}
		}
	}
	slices.SortStableFunc(findings, compareFindings)
	return slices.CompactFunc(findings, func(a, b finding) bool { return compareFindings(a, b) == 0 }), sites, nil
}

func compareFindings(a, b finding) int {
	return cmp.Or(
		cmp.Compare(a.posn.Filename, b.posn.Filename),
		cmp.Compare(a.posn.Offset, b.posn.Offset),
		cmp.Compare(a.rule, b.rule),
		cmp.Compare(a.Category, b.Category),
		cmp.Compare(a.Message, b.Message),
	)
}

// compareWants matches findings with the want comments of the files.
func (f *fixture) compareWants(pkgs []*packages.Package, findings []finding) ([]string, error) {
	expected := map[place][]*want{}
	for _, pkg := range pkgs {
		for _, file := range pkg.Syntax {
			list, err := wants(pkg.Fset, file)
			if err != nil {
				return nil, err
			}
			maps.Copy(expected, list) // the same again in variants of a package
		}
		list, err := assetWants(pkg.Dir)
		if err != nil {
			return nil, err
		}
		maps.Copy(expected, list)
	}
	var problems []string
	for _, found := range findings {
		if !meets(expected[place{found.posn.Filename, found.posn.Line}], found) {
			problems = append(problems, fmt.Sprintf("%s:%d: unexpected %s: %s (%s)",
				f.short(found.posn.Filename), found.posn.Line, found.rule, found.Message, found.Category))
		}
	}
	for where, list := range expected {
		for _, w := range list {
			if !w.met && f.runs(w.rule) {
				problems = append(problems, fmt.Sprintf("%s:%d: no %s matches %s", f.short(where.file), where.line, w.rule, w.text))
			}
		}
	}
	slices.Sort(problems)
	return problems, nil
}

// meets takes the first open want that a finding satisfies.
func meets(list []*want, found finding) bool {
	for _, w := range list {
		if !w.met && w.rule == found.rule && w.pattern.MatchString(found.Message) {
			w.met = true
			return true
		}
	}
	return false
}

func (f *fixture) runs(rule string) bool {
	return slices.ContainsFunc(f.analyzers, func(a *analysis.Analyzer) bool { return a.Name == rule })
}

// short returns the name of a file relative to the module.
func (f *fixture) short(file string) string {
	if rel, err := filepath.Rel(f.dir, file); err == nil {
		return filepath.ToSlash(rel)
	}
	return file
}
