package report

import (
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// prints writes a file and returns the fingerprints of the lines with "bad".
func prints(t *testing.T, source string) []string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.go")
	if err := os.WriteFile(path, []byte(source), 0o666); err != nil {
		t.Fatal(err)
	}
	sources := NewSources(filepath.Dir(path))
	var list []string
	for i, line := range strings.Split(source, "\n") {
		if column := strings.Index(line, "bad("); column >= 0 {
			start := token.Position{Filename: path, Line: i + 1, Column: column + 1}
			site := &Site{Rule: "r", Category: "c", Package: "p", Subject: "s", Range: sources.Range(start, start)}
			sources.identify(site)
			list = append(list, site.Fingerprint)
		}
	}
	return list
}

const before = `package p

func f() {
	x := bad(1)
}

func (t *T) m() {
	bad(2)
	bad(2)
}
`

func TestFingerprintsSurvive(t *testing.T) {
	old := prints(t, before)
	if len(old) != 3 || old[0] == old[1] || old[1] == old[2] {
		t.Fatalf("%q", old)
	}
	for name, edit := range map[string][2]string{
		"lines above":       {"package p\n", "package p\n\nimport \"x\"\n\nvar y = 1\n"},
		"spacing, comments": {"\tx := bad(1)", "\t\tx   :=  bad( 1 ) // TODO"},
		"line endings":      {"\tx := bad(1)\n", "\tx := bad(1)\r\n"},
		"other functions":   {"func f() {", "func g() {}\n\nfunc f() {"},
		"receiver's name":   {"func (t *T) m", "func (self *T) m"},
		"parameters":        {"func f() {", "func f(y int) (z string) {"},
		"lines beside":      {"\tx := bad(1)", "\ty := 1\n\tx := bad(1)\n\t_ = y"},
	} {
		if got := prints(t, strings.Replace(before, edit[0], edit[1], 1)); strings.Join(got, " ") != strings.Join(old, " ") {
			t.Errorf("%s: %q, want %q", name, got, old)
		}
	}
}

func TestFingerprintsTellApart(t *testing.T) {
	old := prints(t, before)
	for name, edit := range map[string][2]string{
		"another line":     {"bad(1)", "bad(3)"},
		"another function": {"func f()", "func g()"},
		"another receiver": {"(t *T) m", "(t *U) m"},
		"a third":          {"\tbad(2)\n", "\tbad(2)\n\tbad(2)\n"},
		"broken code":      {"func f() {", "func f( {"},
	} {
		if got := prints(t, strings.Replace(before, edit[0], edit[1], 1)); strings.Join(got, " ") == strings.Join(old, " ") {
			t.Errorf("%s: no difference", name)
		}
	}
}

func TestDeclarations(t *testing.T) {
	source := `package p

var a, b = 1,
	2

type (
	t struct{}
	u int
)

func (*T[K, V]) m() {}

func (((T))) n() {
}
func () broken() {}
`
	want := map[int]string{1: "", 3: "a", 4: "a", 6: "", 7: "t", 8: "u", 11: "(*T).m", 13: "(T).n", 14: "(T).n", 15: "broken", 99: ""}
	s := NewSources(t.TempDir())
	path := filepath.Join(s.base, "x.go")
	if err := os.WriteFile(path, []byte(source), 0o666); err != nil {
		t.Fatal(err)
	}
	for line, name := range want {
		if got := s.declarationAt(path, line); got != name {
			t.Errorf("line %d: %q, want %q", line, got, name)
		}
	}
}

// Line directives may name any file, but only Go files are shown.
func TestOddFiles(t *testing.T) {
	s := NewSources(t.TempDir())
	in := func(name string) string { return filepath.Join(s.base, name) }
	for _, name := range []string{"token", "a.go"} {
		if err := os.WriteFile(in(name), []byte("text"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for path, want := range map[string]string{
		"/dev/zero": "", s.base: "", in("none.go"): "", in("token"): "", in("a.go"): "text",
	} {
		if text := s.Line(path, 1); text != want {
			t.Errorf("%s: %q", path, text)
		}
	}
	if err := os.Symlink("/dev/zero", in("zero.go")); err == nil && s.Line(in("zero.go"), 1) != "" {
		t.Error("read a device")
	}
}
