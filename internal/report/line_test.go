package report

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Editors read lines of one form, and those that begin with a tab.
func TestLine(t *testing.T) {
	sources, sites := scene(t)
	out := run(t, "line", sources, Style{}, sites)
	form := regexp.MustCompile(`^\t?.+?\.go:\d+:\d+: .+$`)
	lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
	if len(lines) != 3*len(sites) {
		t.Errorf("%d lines for %d findings", len(lines), len(sites))
	}
	for _, line := range lines {
		if !form.MatchString(line) {
			t.Errorf("%q", line)
		}
	}
	if lines[0] != "plain.go:4:15: plain is bad (r)" || lines[1] != "\tplain.go:1:1: plain" {
		t.Errorf("%q", lines[:2])
	}
}

func TestLineProblems(t *testing.T) {
	sources, _ := scene(t)
	got := run(t, "line", sources, Style{}, nil,
		Problem{"example.com/p", filepath.Join(sources.base, "x.go") + ":3:4: undefined: y"}, Problem{"example.com/q", "no"})
	if got != "x.go:3:4: undefined: y\nexample.com/q: no\n" {
		t.Errorf("%q", got)
	}
}
