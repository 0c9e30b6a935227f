package options

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/evidence"
)

func TestFile(t *testing.T) {
	const content = `# what we agreed on
asvs: 5.0
level: 2
confidence: possible
severity: info
max-absolute: 8h
max-idle: 20m
names: [ticket, badge]
cookies: a, b
tests: true
rules:
  cookiescope: false
  accountdisable: true
  tokenkey:
    minkey: 64
    loaders: [load, fetch]
`
	file, err := parse("c.yaml", []byte(content))
	if err != nil {
		t.Fatal(err)
	}
	have := Default()
	file.apply(have)
	yes, no := true, false
	want := &Options{
		ASVS: ASVS50, Level: 2, Confidence: evidence.Possible, Severity: evidence.Info,
		MaxAbsolute: 8 * time.Hour, MaxIdle: 20 * time.Minute, MaxAccess: time.Hour,
		Names: []string{"ticket", "badge"}, Cookies: []string{"a", "b"}, Tests: true,
		Rules: map[string]Rule{
			"cookiescope":    {On: &no},
			"accountdisable": {On: &yes},
			"tokenkey": {Flags: map[string]Setting{
				"minkey":  {Text: "64", Where: "c.yaml:15"},
				"loaders": {Text: "load,fetch", Where: "c.yaml:16"},
			}},
		},
	}
	if !reflect.DeepEqual(have, want) {
		t.Errorf("have %+v\nwant %+v", have, want)
	}
}

func TestFileErrors(t *testing.T) {
	tests := []struct{ content, want string }{
		{"\n\nlevle: 2\n", `c.yaml:3: unknown key "levle" (did you mean "level"?)`},
		{"banana: 2\n", `c.yaml:1: unknown key "banana"`},
		{"level: high\n", `c.yaml:1: level: want 1, 2 or 3, have "high"`},
		{"level: [1, 2]\n", `c.yaml:1: level: want one value, have a list`},
		{"level:\n  x: 1\n", `c.yaml:2: level: want a word or a list of words`},
		{"level:\n", `c.yaml:1: level: has no value`},
		{"level: 1\nlevel: 2\n", `c.yaml:2: key "level" is given twice`},
		{"tests: yes please\n", `c.yaml:1: tests: want true or false, have "yes please"`},
		{"tests: 1\n", `c.yaml:1: tests: want true or false, have "1"`},
		{"names: [a, [b]]\n", `c.yaml:1: names: want a word or a list of words`},
		{"max-idle: soon\n", `c.yaml:1: max-idle: want a duration such as 30m, 12h or 30d, have "soon"`},
		{"modules: corp.example\n", `c.yaml:1: "modules" can only be given as a flag: packages outside the project do not see its configuration`},
		{"enable: tokenrand\n", `c.yaml:1: "enable" can only be given as a flag: say "rules: {RULE: true}" instead`},
		{"- level\n", `c.yaml:1: the file: want keys and values`},
		{"level\n", `c.yaml:1: the file: want keys and values`},
		{"[a]: 1\n", `c.yaml:1: the file: a key must be a word`},
		{"rules: all\n", `c.yaml:1: rules: want keys and values`},
		{"rules:\n  cookiesecur: true\n", `c.yaml:2: unknown rule "cookiesecur" (did you mean "cookiesecure"?)`},
		{"rules:\n  cookiesecure: perhaps\n", `c.yaml:2: cookiesecure: want true, false or a map of its flags`},
		{"rules: {tokenkey: {minkey: {}}}\n", `c.yaml:1: tokenkey.minkey: want a word or a list of words`},
		{"a: &x 1\nlevel: *x\n", `c.yaml:1: unknown key "a"`},
		{"names: &x [a]\ncookies: *x\n", `c.yaml:2: cookies: want a word or a list of words`},
		{"level: 1\n---\nlevel: 2\n", `c.yaml: more than one YAML document`},
		{"level: 1\n\t- x\n", `c.yaml:2: `},
	}
	for _, test := range tests {
		_, err := parse("c.yaml", []byte(test.content))
		if err == nil || !strings.HasPrefix(err.Error(), test.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q: error %v, want %s", test.content, err, test.want)
		}
	}
}

func TestEmptyFile(t *testing.T) {
	for _, content := range []string{"", "\n", "# nothing\n", "---\n", "{}\n", "rules: {}\n"} {
		file, err := parse("c.yaml", []byte(content))
		if err != nil {
			t.Errorf("%q: %v", content, err)
			continue
		}
		o := Default()
		if file.apply(o); len(o.Rules) != 0 || o.Level != 1 {
			t.Errorf("%q gives %+v", content, o)
		}
	}
}

func TestFind(t *testing.T) {
	root := t.TempDir()
	for _, name := range []string{
		FileName, // outside of the modules: never read
		"app/go.mod", "app/" + FileName, "app/sub/" + FileName, "app/sub/deep/x.go",
		"app/nested/go.mod", "app/nested/x.go",
		"repo/.git/HEAD", "repo/src/a/a.go",
	} {
		write(t, filepath.Join(root, name), "")
	}
	for dir, want := range map[string]string{
		"app":        "app/" + FileName,
		"app/web":    "app/" + FileName,
		"app/sub":    "app/sub/" + FileName,
		"app/sub/de": "app/sub/" + FileName,
		"app/nested": "",
		"repo/src/a": "",
	} {
		if want != "" {
			want = filepath.Join(root, want)
		}
		have, ok := Find(filepath.Join(root, dir))
		if have != want || ok != (want != "") {
			t.Errorf("Find(%s) = %q, %v, want %q", dir, have, ok, want)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	root := t.TempDir()
	write(t, filepath.Join(root, "secret"), "level: 2\n")
	write(t, filepath.Join(root, "app/go.mod"), "")
	write(t, filepath.Join(root, "app/shared.yaml"), "level: 2\n")
	path := filepath.Join(root, "app", FileName)
	tests := []struct {
		name string
		make func() error
		want string // "": accepted
	}{
		{"link inside", func() error { return os.Symlink("shared.yaml", path) }, ""},
		{"link outside", func() error { return os.Symlink(filepath.Join("..", "secret"), path) }, "escapes"},
		{"absolute link outside", func() error { return os.Symlink(filepath.Join(root, "secret"), path) }, "escapes"},
		{"directory", func() error { return os.Mkdir(path, 0o777) }, "not a regular file"},
		{"missing", func() error { return nil }, "no such file"},
		{"1 MiB", func() error { return os.WriteFile(path, blank(maxSize), 0o666) }, ""},
		{"larger", func() error { return os.WriteFile(path, blank(maxSize+1), 0o666) }, "larger than 1 MiB"},
	}
	for _, test := range tests {
		if err := test.make(); err != nil {
			t.Fatal(err)
		}
		_, err := Load(path)
		switch {
		case test.want == "" && err != nil:
			t.Errorf("%s: %v", test.name, err)
		case test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want) || !strings.HasPrefix(err.Error(), path)):
			t.Errorf("%s: error %v, want %q", test.name, err, test.want)
		}
		if err := os.RemoveAll(path); err != nil {
			t.Fatal(err)
		}
	}
}

func TestCheck(t *testing.T) {
	a := &analysis.Analyzer{Name: "tokenkey"}
	a.Flags.Var(even{}, "minkey", "")
	tests := []struct{ content, want string }{
		{"rules: {tokenkey: {minkey: 32}}\n", ""},
		{"rules: {tokenrand: {what: ever}}\n", ""}, // not in this program
		{"rules: {tokenkey: {minkeys: 32}}\n", `:1: rule tokenkey has no flag "minkeys" (did you mean "minkey"?)`},
		{"rules:\n  tokenkey:\n    minkey: 33\n", `:3: tokenkey.minkey: odd`},
		{"lvl: 1\n", `:1: unknown key "lvl"`},
	}
	for _, test := range tests {
		dir := t.TempDir()
		write(t, filepath.Join(dir, "go.mod"), "")
		write(t, filepath.Join(dir, FileName), test.content)
		err := Check(filepath.Join(dir, "web"), []*analysis.Analyzer{a})
		switch {
		case test.want == "" && err != nil:
			t.Errorf("%q: %v", test.content, err)
		case test.want != "" && (err == nil || !strings.HasPrefix(err.Error(), filepath.Join(dir, FileName)+test.want)):
			t.Errorf("%q: error %v, want %s", test.content, err, test.want)
		}
	}
	if err := Check(filepath.Join(t.TempDir(), "x"), nil); err != nil {
		t.Errorf("without a file: %v", err)
	}
}

// even is a flag value that takes even numbers.
type even struct{}

var _ flag.Value = even{}

func (even) String() string          { return "" }
func (e even) Set(text string) error { return e.Check(text) }

func (even) Check(text string) error {
	if strings.HasSuffix(text, "3") {
		return errors.New("odd")
	}
	return nil
}

func blank(size int) []byte { return []byte(strings.Repeat("\n", size)) }

func write(t *testing.T, name, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o666); err != nil {
		t.Fatal(err)
	}
}

func FuzzFile(f *testing.F) {
	f.Add([]byte("level: 2\nrules: {cookiescope: false, tokenkey: {minkey: 64}}\n"))
	f.Add([]byte("names: &x [a]\ncookies: *x\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := parse("c.yaml", data)
		if (file == nil) == (err == nil) {
			t.Fatalf("file %v, error %v", file, err)
		}
		if file != nil {
			file.apply(Default())
		}
	})
}
