package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const cookieLine = "\tsomewhere(http.Cookie{Name: \"session\"})\n"

// legacy has two findings.
const legacy = `
-- web/web.go --
package web

import "net/http"

func somewhere(http.Cookie) {}

func Login() {
` + cookieLine + `}

var Old = http.Cookie{Name: "session"}
-- ok/ok.go --
package ok
`

// insert adds lines to the file after the first line that contains mark.
func (m *module) insert(file, mark, lines string) {
	m.t.Helper()
	before, after, ok := strings.Cut(m.read(file), mark)
	rest := strings.SplitN(after, "\n", 2)
	if !ok || len(rest) != 2 {
		m.t.Fatalf("no %q in %s", mark, file)
	}
	m.write(file, before+mark+rest[0]+"\n"+lines+rest[1])
}

func TestBaseline(t *testing.T) {
	m := newModule(t, legacy)
	m.command("./...").want(t, 1, "2 findings", "")
	m.command("-write-baseline=b.json", "./...").want(t, 0, "2 findings withheld: in the baseline\n", "wrote 2 findings to b.json\n")
	first := m.read("b.json")
	m.command("-baseline=b.json", "./...").want(t, 0, "no findings in 2 packages\n2 findings withheld: in the baseline\n", "")
	if m.command("-write-baseline=b.json", "./..."); m.read("b.json") != first {
		t.Error("the second baseline differs")
	}

	m.insert("web/web.go", "import", "\n// Shift.\nvar _ = 1\n")
	m.command("-baseline=b.json", "./...").want(t, 0, "2 findings withheld", "")
	m.insert("web/web.go", "func Login", cookieLine)
	got := m.command("-baseline=b.json", "-f=line", "./...")
	got.want(t, 1, "web/web.go:12:12: ", "") // the second of the two in Login
	if strings.Count(got.out, "(cookiesecure)") != 1 {
		t.Errorf("one finding is new, have %v", got)
	}
	m.command("-baseline=b.json", "-f=json", "./...").want(t, 1, `"withheld":"baseline"`, "")

	// Level and rules of the run do not make entries stale; the code does.
	m.command("-baseline=b.json", "-severity=error", "./...").want(t, 0, "no findings in 2 packages\n", "")
	m.write("web/web.go", "package web\n")
	m.command("-baseline=b.json", "./ok").want(t, 0, "no findings in 1 package\n", "")
	m.command("-baseline=b.json", "./...").want(t, 0,
		"2 findings of the baseline gone from the code (-write-baseline drops them): example.com/m/web/web.go\n", "")
	m.command("-baseline=b.json", "-f=json", "./...").want(t, 0, `"stale":[{"rule":"cookiesecure","package":"example.com/m/web","file":"web.go","function":"Login"`, "")
}

// A baseline does not depend on where the command runs.
func TestBaselineElsewhere(t *testing.T) {
	m := newModule(t, legacy)
	m.command("-write-baseline=b.json", "./...").want(t, 0, "", "")
	m.in("web").command("-baseline=../b.json").want(t, 0, "2 findings withheld", "")
	if err := os.Mkdir(filepath.Join(m.dir, ".git"), 0o777); err != nil {
		t.Fatal(err)
	}
	m.command("-C=web", "-baseline=../b.json", ".").want(t, 0, "2 findings withheld", "")
}

func TestAdoptionTrouble(t *testing.T) {
	m := newModule(t, legacy+"-- broken/broken.go --\npackage broken\n\nvar x int = \"\"\n")
	m.write("bad.json", "{")
	for args, want := range map[string]string{
		"-baseline=none.json":                     "baseline none.json does not exist; -write-baseline writes it",
		"-baseline=bad.json":                      "baseline bad.json: line 1: unexpected EOF",
		"-baseline=ok":                            "baseline ok is not a regular file",
		"-baseline=b.json -write-baseline=b.json": "exclude each other",
		"-new-from=HEAD -write-baseline=b.json":   "exclude each other",
		"-fix -write-baseline=b.json":             "goes without -fix",
		"-write-baseline=b.json":                  "baseline not written: not everything could be analysed",
		"-new-from=HEAD":                          "not a git repository",
	} {
		res := m.command(append(strings.Fields(args), "./...")...)
		res.want(t, 2, "", want)
		if lines := strings.Count(res.err, "\n"); lines > 1 && !strings.Contains(args, "write-baseline=b.json") {
			t.Errorf("%s: %d lines: %v", args, lines, res)
		}
	}
	if _, err := os.Stat(filepath.Join(m.dir, "b.json")); err == nil {
		t.Error("a baseline was written")
	}
	m.command("-write-baseline=none/b.json", "./ok").want(t, 2, "", "no such file")
}

// Fixes are for the findings that are reported.
func TestFixNewOnly(t *testing.T) {
	m := newModule(t, legacy)
	m.command("-write-baseline=b.json", "./...").want(t, 0, "", "")
	m.command("-baseline=b.json", "-diff", "./...").want(t, 0, "", "")
	m.insert("web/web.go", "var Old", "\nvar New = http.Cookie{Name: \"session\"}\n")
	m.command("-baseline=b.json", "-fix", "./...").want(t, 0, "no findings", "fixed 1 of 1")
	if text := m.read("web/web.go"); !strings.Contains(text, `New = http.Cookie{Name: "session", Secure: true}`) || strings.Count(text, "Secure") != 1 {
		t.Error(text)
	}
}

func TestNewFrom(t *testing.T) {
	m := newModule(t, legacy)
	for _, args := range [][]string{
		{"init", "-q"},
		{"add", "."},
		{"-c", "user.name=n", "-c", "user.email=e@example.com", "commit", "-q", "-m", "c"},
	} {
		m.exec("git", args...).want(t, 0, "", "")
	}
	m.command("-new-from=HEAD", "./...").want(t, 0, "no findings in 2 packages\n2 findings withheld: on unchanged lines\n", "")
	m.command("-new-from=nope", "./...").want(t, 2, "", "sessionlint: git knows no revision \"nope\" here")
	m.insert("web/web.go", "func Login", cookieLine)
	m.write("web/new.go", "package web\n\nimport \"net/http\"\n\nvar New = http.Cookie{Name: \"session\"}\n")
	got := m.command("-new-from=HEAD", "-f=line", "./...")
	got.want(t, 1, "web/new.go:5:11: ", "")
	got.want(t, 1, "web/web.go:9:12: ", "") // the second of two equal lines, for git
	if strings.Count(got.out, "(cookiesecure)") != 2 {
		t.Errorf("two findings are new, have %v", got)
	}
	m.command("-new-from=HEAD", "-f=json", "./...").want(t, 1, `"withheld":"unchanged"`, "")
	m.exec("git", "add", ".").want(t, 0, "", "")
	m.in("web").command("-new-from=HEAD").want(t, 1, "\n2 findings", "")
}
