package linttest

import (
	"fmt"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/fix"
)

// goldenName is the file of a case that lists its sites.
const goldenName = "sites.golden"

// A site is a place where a rule has decided, with its position.
type site struct {
	*evidence.Site
	posn token.Position
}

// compareSites compares the sites of every case with its golden file.
func (f *fixture) compareSites(pkgs []*packages.Package, sites []site) ([]string, error) {
	found := map[string][]string{}
	for _, pkg := range pkgs {
		found[f.caseDir(pkg.Dir)] = nil
	}
	slices.SortStableFunc(sites, compareSites)
	for _, s := range sites {
		dir := f.caseDir(filepath.Dir(s.posn.Filename))
		if line := siteLine(dir, s); !slices.Contains(found[dir], line) {
			found[dir] = append(found[dir], line)
		}
	}
	var problems []string
	for _, dir := range slices.Sorted(maps.Keys(found)) {
		problem, err := f.compareCase(dir, found[dir])
		if err != nil {
			return nil, err
		}
		if problem != "" {
			problems = append(problems, problem)
		}
	}
	return problems, nil
}

// caseDir returns the folder src/<rule>/<case> that dir is in.
func (f *fixture) caseDir(dir string) string {
	elements := strings.Split(f.short(dir), "/")
	return filepath.Join(f.dir, filepath.Join(elements[:min(len(elements), 3)]...))
}

func compareSites(a, b site) int {
	x := finding{rule: a.Rule, posn: a.posn}
	x.Category, x.Message = a.Category, a.Message
	y := finding{rule: b.Rule, posn: b.posn}
	y.Category, y.Message = b.Category, b.Message
	return compareFindings(x, y)
}

// siteLine is how a golden file shows a site.
func siteLine(dir string, s site) string {
	file, err := filepath.Rel(dir, s.posn.Filename)
	if err != nil {
		file = s.posn.Filename
	}
	verdict := s.Verdict.String()
	if s.Silent {
		verdict += "(silent)"
	}
	return fmt.Sprintf("%s:%d %s %s %s %s\n", filepath.ToSlash(file), s.posn.Line, s.Rule, verdict, s.Category, s.Message)
}

// compareCase compares, or rewrites, the lines of a golden file that belong to
// the rules that run.
func (f *fixture) compareCase(dir string, lines []string) (problem string, err error) {
	name := filepath.Join(dir, goldenName)
	data, err := os.ReadFile(name)
	if err != nil && !os.IsNotExist(err) {
		return "", err
	}
	var want, others []string
	for line := range strings.Lines(string(data)) {
		if fields := strings.Fields(line); len(fields) > 1 && f.runs(fields[1]) {
			want = append(want, line)
		} else {
			others = append(others, line)
		}
	}
	if slices.Equal(want, lines) {
		return "", nil
	}
	if f.update {
		return "", os.WriteFile(name, []byte(strings.Join(append(others, lines...), "")), 0o666)
	}
	change := fix.File{Old: []byte(strings.Join(want, "")), New: []byte(strings.Join(lines, ""))}
	return fmt.Sprintf("%s: sites differ (rewrite with -update):\n%s", f.short(name), change.Diff(goldenName)), nil
}
