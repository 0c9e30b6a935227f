package main

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// On the example program and the fixtures, all ways to fix make the same
// program. It compiles, has no findings but such as had no fix before, and
// nothing is left to fix.
func TestFixRealCode(t *testing.T) {
	if testing.Short() {
		t.Skip("loads large libraries")
	}
	for name, wanted := range map[string]bool{"examples/shop": true, "testdata": integration} {
		t.Run(name, func(t *testing.T) {
			if !wanted {
				t.Skip("set SESSIONLINT_INTEGRATION=1")
			}
			m := realModule(t, name)
			before, original := m.byFix("./..."), m.files()
			if len(before.fixable) < 5 {
				t.Fatalf("only %d findings have a fix", len(before.fixable))
			}
			m.command("-fix", "./...").want(t, findings, "", "sessionlint: fixed ")
			fixed := m.files()
			if maps.Equal(original, fixed) {
				t.Fatal("nothing was fixed")
			}
			m.exec("go", "build", "./...").want(t, 0, "", "")
			left := m.byFix("./...")
			if more := without(slices.Concat(left.fixable, left.rest), before.rest); len(more) > 0 {
				t.Errorf("found after the fixes: %q", more)
			}
			m.command("-diff", "./...").want(t, clean, "", "")
			for by, run := range fixers {
				other := realModule(t, name)
				if res := run(other, "./..."); by != "command" && res.code != 0 {
					t.Errorf("%s: the go command counts what is left as failure: %v", by, res)
				}
				other.sameFiles(by, fixed)
				run(other, "./...")
				other.sameFiles(by+", twice,", fixed)
			}
		})
	}
}

// realModule returns a copy of a module of this repository.
func realModule(t *testing.T, name string) *module {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err == nil {
		err = os.CopyFS(dir, os.DirFS(filepath.Join("..", "..", name)))
	}
	if err != nil {
		t.Fatal(err)
	}
	return &module{t: t, dir: dir, as: "rules"}
}

// files returns the content of all files by name.
func (m *module) files() map[string]string {
	m.t.Helper()
	texts := make(map[string]string)
	err := fs.WalkDir(os.DirFS(m.dir), ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			texts[name] = m.read(name)
		}
		return err
	})
	if err != nil {
		m.t.Fatal(err)
	}
	return texts
}

// sameFiles fails the test for every file that differs.
func (m *module) sameFiles(by string, want map[string]string) {
	m.t.Helper()
	have := m.files()
	for name, text := range want {
		if have[name] != text {
			m.t.Errorf("%s makes another %s:\n%s", by, name, have[name])
		}
	}
	if len(have) != len(want) {
		m.t.Errorf("%s leaves %d files, want %d", by, len(have), len(want))
	}
}

// Findings, by file and rule, with a fix and without. Lines move, and so does
// what is wrong: SameSite=None without Secure is SameSite=None in the end.
type findingsByFix struct{ fixable, rest []string }

func (m *module) byFix(args ...string) (found findingsByFix) {
	m.t.Helper()
	res := m.command(append([]string{"-f=json"}, args...)...)
	for dec := json.NewDecoder(strings.NewReader(res.out)); ; {
		var event struct {
			Site *struct {
				Rule    string
				Finding bool
				Range   struct{ File string }
				Fixes   []any
			}
		}
		if err := dec.Decode(&event); errors.Is(err, io.EOF) {
			return found
		} else if err != nil {
			m.t.Fatalf("%v in %v", err, res)
		}
		s := event.Site
		if s == nil || !s.Finding {
			continue
		}
		text := s.Range.File + " " + s.Rule
		if len(s.Fixes) > 0 {
			found.fixable = append(found.fixable, text)
		} else {
			found.rest = append(found.rest, text)
		}
	}
}

// without returns what a list has more of than another.
func without(list, other []string) []string {
	count := make(map[string]int)
	for _, s := range other {
		count[s]++
	}
	return slices.DeleteFunc(slices.Clone(list), func(s string) bool {
		count[s]--
		return count[s] >= 0
	})
}
