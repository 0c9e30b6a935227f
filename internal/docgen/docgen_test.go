package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/sessionlint/sessionlint/analyzers"
)

const root = "../.."

// TestDocs fails when a generated file is not what the code says.
func TestDocs(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the command and analyses examples/shop")
	}
	files, err := generate(root)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range files {
		have, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
		if err != nil || string(have) != want {
			t.Errorf("%s is out of date (%v): run go generate ./...", name, err)
		}
	}
	stale, err := strangers(root, files)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range stale {
		t.Errorf("%s belongs to no rule: run go generate ./...", name)
	}
}

// TestManuals checks that every rule explains itself.
func TestManuals(t *testing.T) {
	rules, err := describe(root, analyzers.All())
	if err != nil {
		t.Fatal(err)
	}
	if len(rules) == 0 {
		t.Fatal("no rules")
	}
	for _, r := range rules {
		for _, gap := range r.Manual.gaps() {
			t.Errorf("analyzers/%s/doc.go: %s", r.Name, gap)
		}
		if r.Manual.Summary == "" {
			t.Errorf("analyzers/%s/doc.go: no first sentence", r.Name)
		}
		if len(r.Source.Categories) < 2 {
			t.Errorf("analyzers/%s: no category in its code or its fixtures", r.Name)
		}
	}
}
