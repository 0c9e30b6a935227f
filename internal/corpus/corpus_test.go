package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

const module = "module example.com/m\n\ngo 1.26\n"

const (
	open = `package web

import "net/http"

func Login(w http.ResponseWriter, id string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: id, HttpOnly: true, SameSite: http.SameSiteLaxMode})
}
`
	closed = `package web

import "net/http"

func Login(w http.ResponseWriter, id string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: id, HttpOnly: true, SameSite: http.SameSiteLaxMode, Secure: true})
}
`
	labels = `[
	{"id": "A-1", "repo": "a/b", "vulnerable": "0123456789abcdef", "fixed": "fedcba9876543210", "dir": ".", "packages": ["./..."],
	 "rules": ["cookiesecure"], "places": [{"file": "web.go", "line": 6, "func": "Login"}], "needs": "intra"},
	{"id": "A-2", "repo": "a/b", "vulnerable": "fedcba9876543210", "fixed": "0123456789abcdef", "dir": ".", "packages": ["./..."],
	 "rules": ["cookiesecure"], "places": [{"file": "web.go", "line": 6, "func": "Login"}], "needs": "intra"},
	{"id": "A-3", "repo": "a/b", "vulnerable": "0123456789abcdef", "fixed": "0123456789abcdef", "dir": ".", "packages": ["./..."],
	 "rules": ["cookiesecure"], "places": [{"file": "web.go", "line": 6, "func": "Login"}], "needs": "intra"},
	{"id": "A-4", "repo": "a/c", "vulnerable": "0123456789abcdef", "fixed": "0123456789abcdef", "dir": ".", "packages": ["./..."],
	 "rules": ["cookiesecure"], "places": [], "needs": "intra"},
	{"id": "A-5", "repo": "a/broken", "vulnerable": "0123456789abcdef", "fixed": "0123456789abcdef", "dir": ".", "packages": ["./..."],
	 "rules": ["cookiesecure"], "places": [], "needs": "intra"}
]`
)

// TestScore judges labels that are found and repaired, missed, still reported,
// without a checkout and without an answer.
func TestScore(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"labels.json":                     labels,
		"root/a+b@0123456789ab/go.mod":    module,
		"root/a+b@0123456789ab/web.go":    open,
		"root/a+b@fedcba987654/go.mod":    module,
		"root/a+b@fedcba987654/web.go":    closed,
		"root/a+broken@0123456789ab/x.go": "package x\n\nfunc f() { undeclared() }\n",
	} {
		write(t, filepath.Join(dir, name), text)
	}
	write(t, filepath.Join(dir, "root/a+broken@0123456789ab/go.mod"), module)
	var out bytes.Buffer
	if err := run([]string{"score", "-tool", build(t), "-root", filepath.Join(dir, "root"), "-labels", filepath.Join(dir, "labels.json")}, &out); err != nil {
		t.Fatal(err)
	}
	text := strings.Join(strings.Fields(out.String()), " ")
	for _, want := range []string{
		"A-1 a/b cookiesecure intra found, and silent after the fix",
		"A-2 a/b cookiesecure intra missed",
		"A-3 a/b cookiesecure intra found, but also after the fix",
		"A-4 a/c cookiesecure intra no checkout",
		"A-5 a/broken cookiesecure intra not run",
		"5 advisories, 3 judged: 1 found and silent after the fix, 1 also reported after it, 1 missed",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
}

// TestCompare: the same build finds nothing new; at another level the build
// stands for a newer one.
func TestCompare(t *testing.T) {
	dir, tool := t.TempDir(), build(t)
	write(t, filepath.Join(dir, "apps/one/go.mod"), module)
	write(t, filepath.Join(dir, "apps/one/web.go"), open)
	write(t, filepath.Join(dir, "apps/one/vendor/x/go.mod"), "no module")
	quiet := filepath.Join(dir, "quiet")
	write(t, quiet, "#!/bin/sh\nexec '"+tool+"' -cookiesecure=false \"$@\"\n")
	if err := os.Chmod(quiet, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ old, next, want string }{
		{tool, tool, "added removed unknown before after rule"},
		{quiet, tool, "+ apps/one/web.go:6: session cookie \"session\" is sent over plain HTTP (Secure is never set), set it to true (cookiesecure) added removed unknown before after rule 1 0 0 0 cookiesecure"},
		{tool, quiet, "0 1 0 0 cookiesecure"},
	} {
		if runtime.GOOS == "windows" && test.old != test.next {
			continue // no shell scripts
		}
		var out bytes.Buffer
		if err := run([]string{"compare", "-old", test.old, "-new", test.next, filepath.Join(dir, "apps")}, &out); err != nil {
			t.Fatal(err)
		}
		if text := strings.Join(strings.Fields(out.String()), " "); !strings.Contains(text, test.want) {
			t.Errorf("no %q in\n%s", test.want, out.String())
		}
	}
}

// TestUnknown: what is not decided is counted beside what is, names aside.
func TestUnknown(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "apps/one/go.mod"), module)
	write(t, filepath.Join(dir, "apps/one/web.go"), closed+`
func Two(w http.ResponseWriter, id string, secure bool) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: id, HttpOnly: true, Secure: secure})
}
`)
	var out bytes.Buffer
	if err := run([]string{"unknown", "-tool", build(t), filepath.Join(dir, "apps")}, &out); err != nil {
		t.Fatal(err)
	}
	text := strings.Join(strings.Fields(out.String()), " ")
	if want := `2 1 50 % cookiesecure 1 Secure of session cookie "…" depends on`; !strings.Contains(text, want) {
		t.Errorf("no %q in\n%s", want, out.String())
	}
}

// TestLabels: the labels of the repository can be read, and say what the
// harness needs.
func TestLabels(t *testing.T) {
	all, err := readLabels("../../corpus/advisories.json", "")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, l := range all {
		if l.ID == "" || seen[l.ID] || l.Repo == "" || len(l.Vulnerable) != 40 || len(l.Fixed) != 40 || len(l.Packages)*len(l.Rules)*len(l.Places) == 0 {
			t.Errorf("label %q is incomplete or there twice", l.ID)
		}
		seen[l.ID] = true
	}
	some, err := readLabels("../../corpus/advisories.json", "tokenrand")
	if err != nil || len(some) == 0 || len(some) >= len(all) {
		t.Errorf("%d of %d labels are for tokenrand, error %v", len(some), len(all), err)
	}
}

func TestUsage(t *testing.T) {
	for _, args := range [][]string{nil, {"guess"}, {"score"}, {"score", "-root"}, {"compare", "-old", "x"}, {"unknown", "-tool", "x"}} {
		if err := run(args, new(bytes.Buffer)); err == nil {
			t.Errorf("%q is accepted", args)
		}
	}
}

// build returns a build of the command.
func build(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("builds the command")
	}
	tool := filepath.Join(t.TempDir(), "sessionlint.exe")
	if out, err := exec.Command("go", "build", "-o", tool, "../../cmd/sessionlint").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return tool
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
