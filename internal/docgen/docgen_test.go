package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
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
	checkAnchors(t, files)
	stale, err := strangers(root, files)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range stale {
		t.Errorf("%s belongs to no rule: run go generate ./...", name)
	}
}

// checkAnchors follows the links to rule pages in what the command says about
// the example program.
func checkAnchors(t *testing.T, files map[string]string) {
	output, err := shopOutput(root, "-f=json")
	if err != nil {
		t.Fatal(err)
	}
	links := regexp.MustCompile(`docs/rules/(\w+\.md)#([\w-]+)`).FindAllStringSubmatch(output, -1)
	if len(links) == 0 {
		t.Error("no links to rule pages in the output of the command")
	}
	for _, link := range links {
		if !strings.Contains(files[pagesDir+link[1]], `<a id="`+link[2]+`">`) {
			t.Errorf("%s: no anchor in the page; a category must be a constant or occur in a fixture", link[0])
		}
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
