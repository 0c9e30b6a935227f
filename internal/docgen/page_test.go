package main

import (
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/rule"
)

var update = flag.Bool("update", false, "rewrite the golden file of the made-up rule")

const cakesDoc = `// Package cakes reports __cakes__ that are not ready.
//
// # Bad
//
// Nobody | eats this:
//
//	cake := Cake{}
//
// is reported as
//
//	cake is half-baked (Baked is never set)
//
// # Good
//
//	cake := Cake{Baked: true}
//
// # Why
//
// See [http.Cookie]:
//   - raw dough
//   - burnt crust
//
// # Limits
//
// Cream is not seen.
package cakes
`

// cakes returns what there is to say about a made-up rule.
func cakes(t *testing.T) ruleDoc {
	sources, err := readSources(".", []string{"./testdata/cakes"})
	if err != nil {
		t.Fatal(err)
	}
	a := rule.New(rule.Info{
		Name: "cakes", Doc: cakesDoc, ASVS4: "3.4.1", CWE: []int{614, 1004},
		Severity: evidence.Error, OnFrom4: 1, OnFrom5: 0,
		Flags: func(flags *flag.FlagSet) { flags.String("ovens", "two", "further ovens, gas|electric") },
	}, nil)
	doc, err := describeOne(a, sources["github.com/sessionlint/sessionlint/internal/docgen/testdata/cakes"])
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// TestPage compares the page of the made-up rule with testdata/cakes.md.
func TestPage(t *testing.T) {
	doc := cakes(t)
	if gaps := doc.Manual.gaps(); gaps != nil {
		t.Errorf("gaps %q in a complete manual", gaps)
	}
	golden := filepath.Join("testdata", "cakes.md")
	got := page(doc) + "\n---\n\n" + index([]ruleDoc{doc})
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("got:\n%s\nif that is right: go test ./internal/docgen -update", got)
	}
}

func TestSource(t *testing.T) {
	want := source{Fixes: true, Categories: verdicts{
		"baked":      {"satisfied": true},
		"burnt":      {"unknown": true, "violation": true},
		"half-baked": {"violation": true},
		"mouldy":     {},
	}}
	if got := cakes(t).Source; !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestObserve(t *testing.T) {
	got := verdicts{"known": {"violation": true}}
	if err := observe(got, filepath.Join("testdata", "repo"), "cakes"); err != nil {
		t.Fatal(err)
	}
	want := verdicts{"known": {"violation": true, "unknown": true}, "crumbs": {"violation": true}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestGaps(t *testing.T) {
	m := parseManual("report things\n\nPackage x reports things.\n\n# Bad\n\nonly words\n\n# Good\n\n\tcode()\n\n# Limits\n\n# What counts as proof\n\nnone")
	want := []string{`no code below "# Bad"`, `no heading "# Why"`, `nothing below "# Limits"`}
	if got := m.gaps(); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if m.Intro != nil {
		t.Errorf("the first sentence is repeated: %q", markdown(m.Intro))
	}
}
