package gopls

import (
	"context"
	"go/format"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"
)

// TestWrite writes the module for a gopls that consists of two files.
func TestWrite(t *testing.T) {
	gopls := &download{Version: "v0.99.0", Dir: t.TempDir()}
	const main = "package main\n\nfunc main() {}\n"
	writeFile(t, filepath.Join(gopls.Dir, "main.go"), main)
	writeFile(t, filepath.Join(gopls.Dir, "go.mod"), `module golang.org/x/tools/gopls

go 1.30.1

require (
	golang.org/x/mod v0.50.0
	golang.org/x/tools v0.60.1-0.20300101000000-0123456789ab
)
`)
	for name, test := range map[string]struct{ Source, want string }{
		"release":   {"", "github.com/sessionlint/sessionlint v1.2.3\n"},
		"directory": {"/src/sessionlint", "replace github.com/sessionlint/sessionlint => /src/sessionlint\n"},
	} {
		t.Run(name, func(t *testing.T) {
			b := &build{Config: Config{Source: Source{Version: "v1.2.3", Dir: test.Source}}, dir: t.TempDir()}
			if err := b.write(gopls); err != nil {
				t.Fatal(err)
			}
			gomod := readFile(t, filepath.Join(b.dir, "go.mod"))
			for _, want := range []string{
				"module golang.org/x/tools/gopls/", "go 1.30.1\n", "golang.org/x/tools/gopls v0.99.0\n",
				"golang.org/x/tools => golang.org/x/tools v0.60.1-0.20300101000000-0123456789ab\n", test.want,
			} {
				if !strings.Contains(gomod, want) {
					t.Errorf("%q is missing in go.mod:\n%s", want, gomod)
				}
			}
			if got := readFile(t, filepath.Join(b.dir, "main.go")); got != main {
				t.Errorf("main.go is not a copy:\n%s", got)
			}
			inject := readFile(t, filepath.Join(b.dir, "sessionlint.go"))
			if text, err := format.Source([]byte(inject)); err != nil || string(text) != inject {
				t.Errorf("%v, or not formatted:\n%s", err, inject)
			}
			names, err := filepath.Glob(filepath.Join(b.dir, "live", "*"))
			if err != nil || len(names) != 3 {
				t.Errorf("package live has the files %q (%v)", names, err)
			}
		})
	}
	writeFile(t, filepath.Join(gopls.Dir, "go.mod"), "module golang.org/x/tools/gopls\n")
	if err := (&build{dir: t.TempDir()}).write(gopls); err == nil {
		t.Error("a gopls that requires no x/tools is fine")
	}
}

func TestExplain(t *testing.T) {
	for _, test := range []struct{ version, text, want string }{
		{
			"v0.24.0", "golang.org/x/tools/gopls@v0.24.0 requires go >= 1.27.0 (running go 1.26.8; GOTOOLCHAIN=local)",
			"gopls v0.24.0 needs Go 1.27.0, the go command here is 1.26.8 and may not fetch another: " +
				"set GOTOOLCHAIN=auto, or choose an older gopls with -version",
		},
		{"latest", "module lookup\n\tdisabled", "cannot get gopls latest: module lookup disabled"},
		{"newest", "invalid version", `gopls has no version "newest": invalid version`},
	} {
		if got := explain(test.version, test.text).Error(); got != test.want {
			t.Errorf("got  %s\nwant %s", got, test.want)
		}
	}
}

func TestLastLines(t *testing.T) {
	got := lastLines("go: downloading a v1\n# pkg\n" + strings.Repeat("x.go:1: old\n", 9) + "\nx.go:2: wrong\n")
	if lines := strings.Split(got, "\n"); len(lines) != 8 || lines[7] != "x.go:2: wrong" {
		t.Errorf("%q", lines)
	}
}

func TestNoGoCommand(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	_, err := Build(context.Background(), Config{Out: filepath.Join(t.TempDir(), "gopls")})
	if err == nil || !strings.HasPrefix(err.Error(), "there is no go command in PATH") || strings.Contains(err.Error(), "\n") {
		t.Errorf("error: %v", err)
	}
}

func TestWanted(t *testing.T) {
	for given, want := range map[string]string{"": "latest", "latest": "latest", "0.23.0": "v0.23.0", "v0.23.0": "v0.23.0"} {
		if got := wanted(given); got != want {
			t.Errorf("wanted(%q) = %q", given, got)
		}
	}
}

func TestPlace(t *testing.T) {
	dir := t.TempDir()
	if got, err := place(filepath.Join(dir, "new", "gopls")); err != nil || got != filepath.Join(dir, "new", "gopls") {
		t.Errorf("%q, %v", got, err)
	}
	if _, err := place(dir); err == nil {
		t.Error("a directory can be replaced")
	}
}

func TestSource(t *testing.T) {
	source, err := SourceOf("")
	if err != nil || source.Dir == "" || readFile(t, filepath.Join(source.Dir, "go.mod")) == "" {
		t.Errorf("source of a test is %v, %v", source, err)
	}
	if _, err := SourceOf(t.TempDir()); err == nil || !strings.Contains(err.Error(), "-module: ") {
		t.Errorf("an empty directory: %v", err)
	}
	if _, err := SourceOf(filepath.Join("testdata", "app")); err == nil || !strings.Contains(err.Error(), "is module example.com/app") {
		t.Errorf("another module: %v", err)
	}
	for _, test := range []struct {
		main debug.Module
		want string
	}{
		{debug.Module{Path: ModulePath, Version: "v1.2.3", Sum: "h1:x"}, "v1.2.3"},
		{debug.Module{Path: ModulePath, Version: "v1.2.4-0.20260101000000-0123456789ab+dirty"}, ""},
		{debug.Module{Path: ModulePath, Version: "(devel)"}, ""},
		{debug.Module{Path: "example.com/app", Version: "v1.2.3", Sum: "h1:x"}, ""},
		{debug.Module{Path: ModulePath, Version: "v1.2.3", Sum: "h1:x", Replace: &debug.Module{Path: "../"}}, ""},
	} {
		if got, released := release(&debug.BuildInfo{Main: test.main}, true); got != test.want || released != (got != "") {
			t.Errorf("release of %+v is %q, %v", test.main, got, released)
		}
	}
}

func TestSettings(t *testing.T) {
	text := Settings(`/opt/my tools/gopls`)
	for _, want := range []string{
		`"go.alternateTools": {"gopls": "/opt/my tools/gopls"}`,
		`{cmd = {'/opt/my tools/gopls'}}`,
		`command = "/opt/my tools/gopls"`,
		`{"binary": {"path": "/opt/my tools/gopls"}}`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%s is missing in:\n%s", want, text)
		}
	}
}

func readFile(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func writeFile(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}
