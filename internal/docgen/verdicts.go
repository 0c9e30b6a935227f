package main

import (
	"io/fs"
	"os"
	"path"
	"strings"
)

// verdicts has the verdicts of each category: a variant of a defect or of a
// proof.
type verdicts map[string]map[string]bool

// add notes a category with a verdict; an empty one is not known.
func (v verdicts) add(category, verdict string) {
	if v[category] == nil {
		v[category] = map[string]bool{}
	}
	if verdict != "" {
		v[category][verdict] = true
	}
}

// observe adds what the fixtures of a rule show: categories that are no
// constants in its code, and those that the frame around all rules gives.
// Their lines are "file:line rule verdict category message".
func observe(to verdicts, root, rule string) error {
	fixtures := path.Join("testdata", "src", rule)
	repository := os.DirFS(root)
	if _, err := fs.Stat(repository, fixtures); os.IsNotExist(err) {
		return nil
	}
	return fs.WalkDir(repository, fixtures, func(name string, _ fs.DirEntry, err error) error {
		if err != nil || path.Base(name) != "sites.golden" {
			return err
		}
		text, err := fs.ReadFile(repository, name)
		if err != nil {
			return err
		}
		for line := range strings.Lines(string(text)) {
			if f := strings.Fields(line); len(f) > 3 && f[1] == rule && f[2] != "accepted" {
				to.add(f[3], f[2])
			}
		}
		return nil
	})
}
