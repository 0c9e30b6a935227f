package report

import (
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// pages is a file to find something in, and a range of it.
func pages(t *testing.T) (at func(line, from, toLine, to int) Range, sources *Sources) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.go")
	if err := os.WriteFile(path, []byte("package a\n\tx := 1\r\n\ty := []int{ // why\n\t}\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	sources = NewSources(dir)
	return func(line, from, toLine, to int) Range {
		return sources.Range(token.Position{Filename: path, Line: line, Column: from}, token.Position{Filename: path, Line: toLine, Column: to})
	}, sources
}

func TestText(t *testing.T) {
	at, sources := pages(t)
	sites := []*Site{
		{Rule: "r", Finding: true, Severity: "error", Verdict: "violation", Message: "x is bad", Range: at(2, 2, 2, 3), Steps: []Step{{"made here", at(1, 1, 1, 8)}}},
		{Rule: "q", Verdict: "unknown", Range: at(1, 1, 1, 2)},
		{Rule: "q", Finding: true, Severity: "info", Verdict: "violation", Message: "x is odd", Range: at(2, 2, 2, 3), Steps: []Step{{"made here", at(1, 1, 1, 8)}}, Fixes: []Fix{{}}},
		{Rule: "r", Finding: true, Verdict: "violation", Message: "y is bad", Range: at(3, 7, 4, 3), Steps: []Step{{"and here", at(3, 2, 3, 3)}}},
		{Rule: "r", Verdict: "satisfied"},
		{Rule: "r", Verdict: "violation", Withheld: Known, Range: at(1, 1, 1, 1)},
		{Rule: "r", Verdict: "violation", Withheld: Unchanged, Range: at(1, 1, 1, 1)},
	}
	const want = `a.go
  2:2: x is bad [r]
  2:2: x is odd [q]
    2 | x := 1
      | ^
      1:1: made here
        1 | package a

  3:7: y is bad [r]
    3 | y := []int{ // why
      |      ^^^^^^
      3:2: and here

3 findings in 1 file of 1 package
     1  q
     2  r  bad
1 place could not be decided (-f json lists them): q 1
1 finding withheld: in the baseline
1 finding withheld: on unchanged lines
1 finding can be fixed: -diff shows how, -fix does it
next: sessionlint explain r
`
	if got := run(t, "text", sources, Style{}, sites); got != want {
		t.Errorf("want\n%s\nhave\n%s", want, got)
	}
	coloured := run(t, "text", sources, Style{Color: true}, sites)
	for _, part := range []string{"\x1b[31;1mx is bad\x1b[", "\x1b[34;1mx is odd\x1b[", "\x1b[35;1my is bad\x1b["} {
		if !strings.Contains(coloured, part) {
			t.Errorf("no %q in %q", part, coloured)
		}
	}
	for background := range 8 {
		for _, code := range []string{"[4", ";4", "[10", ";10"} {
			if code += string(rune('0' + background)); strings.Contains(coloured, code+"m") || strings.Contains(coloured, code+";") {
				t.Errorf("background colour %s in %q", code, coloured)
			}
		}
	}
}

// Narrow screens get narrow lines.
func TestTextFits(t *testing.T) {
	sources, sites := scene(t)
	for _, columns := range []int{40, 80, 200} {
		for line := range strings.Lines(run(t, "text", sources, Style{Width: columns}, sites[:8])) {
			if n := width(strings.TrimRight(line, "\n")); n > columns && !strings.Contains(line, ": then ") {
				t.Errorf("%d columns of %d: %q", n, columns, line)
			}
		}
	}
}

func TestTextHostile(t *testing.T) {
	sources, sites := scene(t)
	for _, format := range []string{"text", "line", "github"} {
		out := run(t, format, sources, Style{}, sites, Problem{"p\x1b", "x\n\x1b"})
		if strings.ContainsAny(out, "\x1b\u202e\r") || !utf8.ValidString(out) {
			t.Errorf("%s: %q", format, out)
		}
	}
}

func TestTextSingleRule(t *testing.T) {
	at, sources := pages(t)
	sites := []*Site{{Rule: "r", Finding: true, Message: "x", Range: at(2, 2, 2, 3)}}
	if got := run(t, "text", sources, Style{}, sites); !strings.Contains(got, "\n1 finding in 1 file of 1 package: r 1\nnext: ") {
		t.Error(got)
	}
	if got := run(t, "text", sources, Style{}, nil); got != "no findings in 1 package\n" {
		t.Error(got)
	}
}

func TestStaleFiles(t *testing.T) {
	var list []Stale
	for _, file := range []string{"a.go", "b.go", "b.go", "\x1b.go", "d.go", "e.go"} {
		list = append(list, Stale{Package: "p", File: file})
	}
	if got := staleFiles(list); got != `p/a.go, p/b.go, p/\x1b.go and 2 more` {
		t.Error(got)
	}
	if got := staleFiles(list[:3]); got != "p/a.go, p/b.go" {
		t.Error(got)
	}
}
