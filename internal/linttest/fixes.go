package linttest

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/sessionlint/sessionlint/internal/fix"
)

// compareFixes applies the first fix of every finding, as go fix does, and
// checks the program that this makes.
func (f *fixture) compareFixes(pkgs []*packages.Package, findings []finding) ([]string, error) {
	var fixes []analysis.SuggestedFix
	var rest []finding
	for _, found := range findings {
		if len(found.SuggestedFixes) > 0 {
			fixes = append(fixes, found.SuggestedFixes[0])
		} else {
			rest = append(rest, found)
		}
	}
	result := fix.Apply(pkgs[0].Fset, fixes)
	var problems []string
	for i, err := range result.Errs {
		if err != nil {
			problems = append(problems, fmt.Sprintf("fix %q: %v", fixes[i].Message, err))
		}
	}
	overlay := map[string][]byte{}
	for _, file := range result.Files {
		overlay[file.Name] = file.New
		problem, err := f.compareGolden(file)
		if err != nil {
			return nil, err
		}
		if problem != "" {
			problems = append(problems, problem)
		}
	}
	problems = append(problems, f.idleGoldens(pkgs, overlay)...)
	if len(overlay) == 0 {
		return problems, nil
	}
	fixed, err := load(f.dir, f.patterns, overlay)
	if err != nil {
		return append(problems, fmt.Sprintf("with its fixes, the program does not compile: %v", err)), nil
	}
	left, _, err := f.analyze(fixed)
	if err != nil {
		return nil, err
	}
	return append(problems, f.unexpected(rest, left)...), nil
}

// compareGolden compares, or rewrites, the golden file of a fixed one.
func (f *fixture) compareGolden(file fix.File) (problem string, err error) {
	name := file.Name + ".golden"
	want, err := os.ReadFile(name)
	switch {
	case f.update:
		return "", os.WriteFile(name, file.New, 0o666)
	case os.IsNotExist(err):
		return "", nil
	case err != nil:
		return "", err
	case bytes.Equal(want, file.New):
		return "", nil
	}
	change := fix.File{Old: want, New: file.New}
	return fmt.Sprintf("%s: fixes differ (rewrite with -update):\n%s", f.short(name), change.Diff(filepath.Base(name))), nil
}

// idleGoldens lists golden files of sources that no fix has changed.
func (f *fixture) idleGoldens(pkgs []*packages.Package, overlay map[string][]byte) []string {
	var problems []string
	for _, pkg := range pkgs {
		for _, name := range pkg.GoFiles {
			if _, err := os.Stat(name + ".golden"); err == nil && overlay[name] == nil {
				problems = append(problems, fmt.Sprintf("%s.golden: nothing is fixed in this file", f.short(name)))
			}
		}
	}
	slices.Sort(problems)
	return slices.Compact(problems)
}

// unexpected lists the findings that are left after the fixes although they
// had one, and those that the fixes brought in. Lines may have moved.
func (f *fixture) unexpected(rest, left []finding) []string {
	key := func(x finding) string {
		return x.posn.Filename + "\x00" + x.rule + "\x00" + x.Category + "\x00" + x.Message
	}
	expected := map[string]int{}
	for _, found := range rest {
		expected[key(found)]++
	}
	var problems []string
	for _, found := range left {
		if expected[key(found)]--; expected[key(found)] < 0 {
			problems = append(problems, fmt.Sprintf("%s:%d: found after the fixes: %s: %s",
				f.short(found.posn.Filename), found.posn.Line, found.rule, found.Message))
		}
	}
	return problems
}
