// Docgen writes the documentation that follows from the code: the pages of
// docs/rules and the marked regions of README.md. It runs in the root of the
// repository:
//
//	go generate ./...
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/sessionlint/sessionlint/analyzers"
)

func main() {
	if err := write("."); err != nil {
		fmt.Fprintln(os.Stderr, "docgen:", err)
		os.Exit(1)
	}
}

// write brings every generated file below root up to date.
func write(root string) error {
	files, err := generate(root)
	if err != nil {
		return err
	}
	for name, text := range files {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			return err
		}
	}
	stale, err := strangers(root, files)
	if err != nil {
		return err
	}
	for _, name := range stale {
		if err := os.Remove(filepath.Join(root, filepath.FromSlash(name))); err != nil {
			return err
		}
	}
	return nil
}

// generate returns the text of every generated file by its path below root.
func generate(root string) (map[string]string, error) {
	rules, err := describe(root, analyzers.All())
	if err != nil {
		return nil, err
	}
	readme, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		return nil, err
	}
	output, err := shopOutput(root)
	if err != nil {
		return nil, err
	}
	text := string(readme)
	for _, region := range []struct{ name, body string }{
		{"rules", table(rules, "docs/rules/")},
		{"options", optionTable()},
		{"shop output", fence("text", output)},
	} {
		if text, err = replace(text, region.name, region.body); err != nil {
			return nil, fmt.Errorf("README.md: %w", err)
		}
	}
	files := map[string]string{"README.md": text, pagesDir + "README.md": index(rules)}
	for _, r := range rules {
		files[pagesDir+r.Name+".md"] = page(r)
	}
	return files, nil
}

// pagesDir is where the pages of the rules are; nothing else is.
const pagesDir = "docs/rules/"

// strangers returns the files in pagesDir that nothing generates.
func strangers(root string, files map[string]string) ([]string, error) {
	entries, err := os.ReadDir(filepath.Join(root, filepath.FromSlash(pagesDir)))
	if os.IsNotExist(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var stale []string
	for _, entry := range entries {
		if _, ok := files[pagesDir+entry.Name()]; !ok {
			stale = append(stale, pagesDir+entry.Name())
		}
	}
	return stale, nil
}
