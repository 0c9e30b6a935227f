//go:build unix

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/analyzers"
	"github.com/sessionlint/sessionlint/internal/driver"
	"github.com/sessionlint/sessionlint/passes/lazyssa"
)

// ssaBuilds counts the own packages of a program and those of them that some
// rule had a question about.
func ssaBuilds(t *testing.T, dir string) (built, total int) {
	t.Helper()
	asked := &analysis.Analyzer{
		Name: "asked", Doc: "whether SSA was built", ResultType: reflect.TypeFor[bool](),
		Requires: append([]*analysis.Analyzer{lazyssa.Analyzer}, analyzers.All()...),
		Run:      func(pass *analysis.Pass) (any, error) { return lazyssa.Of(pass).Built(), nil },
	}
	res, err := driver.Run(context.Background(), &driver.Config{
		Dir: dir, Patterns: []string{"./..."}, Analyzers: analyzers.All(), Also: []*analysis.Analyzer{asked}, Own: newRuleFlags(nil).own(),
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range res.Parts(asked) {
		total++
		if part.Value == true {
			built++
		}
	}
	return built, total
}

// edits says which packages go vet visits again after one file has changed.
func edits(t *testing.T, exe string, all []subject) string {
	text := "| one edited file | package | packages that depend on it, and itself | visited by `go vet -vettool` | others |\n|---|---|---|---|---|\n"
	for _, s := range all {
		pkg, file, depend := central(t, s.dir)
		visited := vetted(t, s.dir, exe, file)
		others := slices.DeleteFunc(slices.Clone(visited), func(path string) bool { return slices.Contains(depend, path) })
		t.Logf("%s: %s edited: %d of %d packages visited; others: %v", s.name, pkg, len(visited), len(depend), others)
		text += fmt.Sprintf("| %s | `%s` | %d | %d | %d (≤ 0) |\n", s.name, pkg, len(depend), len(visited), len(others))
	}
	return text
}

// central returns a package in the middle of a program, as many of whose
// packages depend on it as on the median package, one of its files, and the
// paths of all that have to be visited when it changes.
func central(t *testing.T, dir string) (pkg, file string, depend []string) {
	t.Helper()
	type entry struct {
		Path, File string
		Deps       []string
	}
	out := output(t, dir, "go", "list", "-test", "-f", `{"Path":{{printf "%q" .ImportPath}},"File":"{{if .GoFiles}}{{.Dir}}/{{index .GoFiles 0}}{{end}}","Deps":[{{range $i, $d := .Deps}}{{if $i}},{{end}}{{printf "%q" $d}}{{end}}]}`, "./...")
	var list []entry
	for d := json.NewDecoder(bytes.NewReader(out)); d.More(); {
		var e entry
		if err := d.Decode(&e); err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(e.Path, ".test") {
			list = append(list, e)
		}
	}
	dependents := func(path string) (users []string) {
		for _, e := range list {
			if plainPath(e.Path) == path || slices.ContainsFunc(e.Deps, func(d string) bool { return plainPath(d) == path }) {
				users = append(users, plainPath(e.Path))
			}
		}
		slices.Sort(users)
		return slices.Compact(users)
	}
	var candidates []entry
	for _, e := range list {
		if e.Path == plainPath(e.Path) && e.File != "" && len(dependents(e.Path)) > 1 {
			candidates = append(candidates, e)
		}
	}
	if len(candidates) == 0 {
		return "", "", nil
	}
	slices.SortStableFunc(candidates, func(a, b entry) int { return len(dependents(a.Path)) - len(dependents(b.Path)) })
	e := candidates[len(candidates)/2]
	return e.Path, e.File, dependents(e.Path)
}

// plainPath is an import path without the test that it was built for.
func plainPath(path string) string {
	path, _, _ = strings.Cut(path, " ")
	return path
}

// visit matches what go vet -x says before it starts the tool on a package.
var visit = regexp.MustCompile(`(?m)^\s*"ImportPath": "([^"]+)"`)

// vetted returns the paths of the packages that are visited when a file has a
// declaration more, and all else was visited before. The file stays as it is.
func vetted(t *testing.T, dir, exe, file string) []string {
	t.Helper()
	if file == "" {
		return nil
	}
	measure(t, dir, "rules", "go", "vet", "-vettool="+exe, "./...")
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	edited := filepath.Join(t.TempDir(), filepath.Base(file))
	src = fmt.Appendf(src, "\nfunc edited%d() {}\n", time.Now().UnixNano())
	overlay, err := json.Marshal(map[string]any{"Replace": map[string]string{file: edited}})
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{edited: src, edited + ".json": overlay} {
		if err := os.WriteFile(name, content, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var paths []string
	out := output(t, dir, "go", "vet", "-x", "-overlay="+edited+".json", "-vettool="+exe, "./...")
	for _, match := range visit.FindAllSubmatch(out, -1) {
		paths = append(paths, plainPath(string(match[1])))
	}
	slices.Sort(paths)
	return slices.Compact(paths)
}

func moduleOf(t *testing.T, dir string) string {
	t.Helper()
	return strings.TrimSpace(string(output(t, dir, "go", "list", "-m", "-f", "{{.Path}}")))
}

// output returns what a command prints; it may fail after that, as go vet does
// when there are findings.
func output(t *testing.T, dir string, command ...string) []byte {
	t.Helper()
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), as+"=rules", "GOFLAGS=-buildvcs=false")
	out, err := cmd.CombinedOutput()
	if cmd.ProcessState == nil {
		t.Fatal(err)
	}
	return out
}
