//go:build unix

package baseline

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func list() []Finding {
	var list []Finding
	for _, name := range []string{"b.go", "a.go", "we\x1b]0;\"'\\\n<&>\u2028\xff.go", "c.go"} {
		list = append(list, Finding{Fingerprint: "f-" + name, Rule: "r", Package: "p", File: name, Message: name + " is bad"})
	}
	return list
}

func write(t *testing.T, name string, list []Finding) string {
	t.Helper()
	if err := Write(name, list); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestRoundTrip(t *testing.T) {
	name := filepath.Join(t.TempDir(), "b.json")
	write(t, name, list())
	b, err := Read(name)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range list()[:2] {
		if !b.Known(f.Fingerprint) {
			t.Errorf("%q is not known", f.Fingerprint)
		}
	}
	if b.Known("f-d.go") || b.Known("") {
		t.Error("knows too much")
	}
	if stale := b.Stale(func(Finding) bool { return true }); len(stale) != 2 {
		t.Errorf("stale: %v", stale)
	}
	if stale := b.Stale(func(f Finding) bool { return f.File == "c.go" }); len(stale) != 1 || stale[0].File != "c.go" {
		t.Errorf("stale: %v", stale)
	}
}

// The same findings are the same bytes, one a line.
func TestStable(t *testing.T) {
	name := filepath.Join(t.TempDir(), "b.json")
	want := write(t, name, list())
	shuffled := append(list(), list()...)
	for range 10 {
		rand.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		if got := write(t, name, shuffled); got != want {
			t.Fatalf("want\n%s\nhave\n%s", want, got)
		}
	}
	if lines := strings.Count(want, "\n"); lines != 4+1+len(list()) {
		t.Errorf("%d lines:\n%s", lines, want)
	}
	if got := write(t, name, nil); got != "{\n  \"version\": 1,\n  \"findings\": []\n}\n" {
		t.Errorf("empty: %q", got)
	}
	if _, err := Read(name); err != nil {
		t.Error(err)
	}
}

func TestBadFiles(t *testing.T) {
	dir := t.TempDir()
	for text, want := range map[string]string{
		"":                               "line 1: EOF",
		"{\n\"version\": 1,\nx}":         "line 3: invalid character 'x'",
		"{\"version\": 1}\n{}":           "line 2: there is more than one",
		"[]":                             "line 1: array where",
		"{}":                             "no version",
		`{"version": 2}`:                 "version 2 is newer",
		`{"version": 1, "findings": 3}`:  "number where",
		`{"version":1,"findings":[{}]}`:  "finding 1 has no fingerprint",
		"{\n<<<<<<< HEAD\n=======\n":     "line 2: unresolved merge",
		`{"version": 1, "findings": [{"`: "line 1: unexpected EOF",
	} {
		name := filepath.Join(dir, "b.json")
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		if _, err := Read(name); err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), name) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

func TestOddFiles(t *testing.T) {
	dir := t.TempDir()
	huge, pipe := filepath.Join(dir, "huge"), filepath.Join(dir, "pipe")
	if err := os.WriteFile(huge, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(huge, maxSize+1); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(pipe, 0o666); err != nil {
		t.Skip(err)
	}
	for name, want := range map[string]string{
		huge: "larger than 64 MB", pipe: "not a regular file", dir: "not a regular file", "/dev/zero": "not a regular file",
		filepath.Join(dir, "none"): "does not exist; -write-baseline",
	} {
		if _, err := Read(name); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", name, err, want)
		}
	}
}

// Writing leaves nothing beside the file, keeps permissions and follows links;
// what cannot be written leaves the old file whole.
func TestWriteInPlace(t *testing.T) {
	dir := t.TempDir()
	name, link := filepath.Join(dir, "b.json"), filepath.Join(dir, "link")
	old := write(t, name, list())
	if err := os.Chmod(name, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("b.json", link); err != nil {
		t.Skip(err)
	}
	write(t, link, list()[:1])
	info, err := os.Lstat(name)
	if err != nil || info.Mode() != 0o600 {
		t.Errorf("%v %v", info, err)
	}
	if text := write(t, name, list()); text != old {
		t.Error("link and file differ")
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 2 {
		t.Errorf("%v %v", entries, err)
	}
	if err := Write(filepath.Join(dir, "none", "b.json"), nil); err == nil {
		t.Error("no error")
	}
}
