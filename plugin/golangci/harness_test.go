package golangci_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/txtar"
)

// golangciVersion is the golangci-lint that is built and run.
const golangciVersion = "v2.15.0"

const module = "github.com/sessionlint/sessionlint"

// programs returns golangci-lint with the plugin and the sessionlint command,
// both built from this checkout. The first build takes minutes; further ones
// only link, or not even that, as both stay in the user's cache directory.
func programs(t *testing.T) (golangci, command string) {
	t.Helper()
	if os.Getenv("SESSIONLINT_INTEGRATION") == "" {
		t.Skip("set SESSIONLINT_INTEGRATION=1 to build golangci-lint and run it")
	}
	dir, err := built()
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Join(dir, "golangci-lint"), filepath.Join(dir, "sessionlint")
}

var built = sync.OnceValues(func() (dir string, err error) {
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		return "", err
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	dir = filepath.Join(cache, "sessionlint-tests", fmt.Sprintf("golangci-%s-%.8x", golangciVersion, sha256.Sum256([]byte(root))))
	if err := layOut(dir, root); err != nil {
		return "", err
	}
	for _, cmd := range []*exec.Cmd{
		goCommand(dir, "mod", "tidy"),
		goCommand(dir, "build", "-o", "golangci-lint", "."),
		goCommand(root, "build", "-o", filepath.Join(dir, "sessionlint"), "./cmd/sessionlint"),
	} {
		if out, err := cmd.CombinedOutput(); err != nil {
			return "", fmt.Errorf("%v: %w\n%s", cmd, err, out)
		}
	}
	return dir, nil
})

// layOut writes a main module as docs/golangci.md describes it: the main
// package of golangci-lint and an import of the plugin.
func layOut(dir, root string) error {
	out, err := goCommand(root, "mod", "download", "-json", "github.com/golangci/golangci-lint/v2@"+golangciVersion).Output()
	if err != nil {
		return fmt.Errorf("downloading golangci-lint: %w", err)
	}
	var download struct{ Dir string }
	if err := json.Unmarshal(out, &download); err != nil {
		return err
	}
	files := map[string]string{
		"go.mod": fmt.Sprintf(`module golangci-lint-sessionlint

go 1.26.0

require (
	github.com/golangci/golangci-lint/v2 %s
	%s v0.0.0
)

replace %s => %s
`, golangciVersion, module, module, root),
		"sessionlint.go": fmt.Sprintf("package main\n\nimport _ %q\n", module+"/plugin/golangci"),
	}
	for _, name := range []string{"main.go", "plugins.go"} {
		text, err := os.ReadFile(filepath.Join(download.Dir, "cmd", "golangci-lint", name))
		if err != nil {
			return err
		}
		files[name] = string(text)
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			return err
		}
	}
	return nil
}

func goCommand(dir string, args ...string) *exec.Cmd {
	cmd := exec.Command("go", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=-buildvcs=false -p=2")
	return cmd
}

// A project is a module to run both programs on.
type project struct {
	t                 *testing.T
	golangci, command string
	dir               string
	cache             string // of golangci-lint
}

// in returns the project in an existing directory.
func in(t *testing.T, dir string) *project {
	t.Helper()
	golangci, command := programs(t)
	dir, err := filepath.Abs(dir)
	if err != nil {
		t.Fatal(err)
	}
	return &project{t, golangci, command, dir, t.TempDir()}
}

// scratch returns a project with the files of a txtar archive in the module
// example.com/m.
func scratch(t *testing.T, archive string) *project {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	p := in(t, dir)
	p.write("go.mod", "module example.com/m\n\ngo 1.25.0\n")
	for _, file := range txtar.Parse([]byte(archive)).Files {
		p.write(file.Name, string(file.Data))
	}
	return p
}

// copyOf returns a project with a copy of a directory.
func copyOf(t *testing.T, dir string) *project {
	t.Helper()
	p := scratch(t, "")
	if err := os.Remove(filepath.Join(p.dir, "go.mod")); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(p.dir, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	return p
}

func (p *project) write(name, text string) {
	p.t.Helper()
	path := filepath.Join(p.dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		p.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		p.t.Fatal(err)
	}
}

// run runs a program in the project.
func (p *project) run(program string, args ...string) (stdout, stderr string, code int) {
	p.t.Helper()
	cmd := exec.Command(program, args...)
	cmd.Dir = p.dir
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOLANGCI_LINT_CACHE="+p.cache, "PWD="+p.dir)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		p.t.Fatal(err)
	}
	return out.String(), errs.String(), cmd.ProcessState.ExitCode()
}

// An issue is what golangci-lint reports.
type issue struct {
	FromLinter, Text string
	Pos              struct {
		Filename string
		Line     int
	}
}

// rule returns the rule, which comes first in the text.
func (i issue) rule() string {
	name, _, _ := strings.Cut(i.Text, ": ")
	return name
}

// configuration is that of the guide: without limits, with these settings.
func configuration(settings string, linters ...string) string {
	return fmt.Sprintf(`version: "2"
linters:
  default: none
  enable: [%s]
  settings:
    custom:
      sessionlint:
        type: module
        settings: {%s}
issues: {uniq-by-line: false, max-same-issues: 0, max-issues-per-linter: 0}
`, strings.Join(append(linters, "sessionlint"), ", "), settings)
}

// lint runs golangci-lint with a configuration, which lies elsewhere.
func (p *project) lint(config string, args ...string) (stdout, stderr string, code int) {
	p.t.Helper()
	path := filepath.Join(p.cache, "golangci.yml")
	if err := os.WriteFile(path, []byte(config), 0o666); err != nil {
		p.t.Fatal(err)
	}
	return p.run(p.golangci, append([]string{"run", "--allow-parallel-runners", "--config", path}, args...)...)
}

// issues returns what golangci-lint finds in all packages.
func (p *project) issues(config string, args ...string) []issue {
	p.t.Helper()
	if len(args) == 0 {
		args = []string{"./..."}
	}
	flags := []string{"--output.json.path=stdout", "--show-stats=false", "--path-mode=abs"}
	out, errs, code := p.lint(config, append(flags, args...)...)
	var result struct{ Issues []issue }
	if err := json.Unmarshal([]byte(out), &result); err != nil || code > 1 {
		p.t.Fatalf("golangci-lint: exit code %d, %v\n%s%s", code, err, out, errs)
	}
	return result.Issues
}

// places returns file, line and rule of each issue.
func (p *project) places(list []issue) []string {
	var places []string
	for _, i := range list {
		places = append(places, p.place(i.Pos.Filename, i.Pos.Line, i.rule()))
	}
	return ordered(places)
}

// findings returns the same for what the command finds.
func (p *project) findings(args ...string) []string {
	p.t.Helper()
	out, errs, code := p.run(p.command, append([]string{"-f=json"}, args...)...)
	var places []string
	for dec := json.NewDecoder(strings.NewReader(out)); ; {
		var event struct {
			Site *struct {
				Rule    string
				Finding bool
				Range   struct {
					File  string
					Start struct{ Line int }
				}
			}
		}
		err := dec.Decode(&event)
		if errors.Is(err, io.EOF) && code < 2 {
			return ordered(places)
		}
		if err != nil {
			p.t.Fatalf("sessionlint: exit code %d, %v\n%s", code, err, errs)
		}
		if s := event.Site; s != nil && s.Finding {
			places = append(places, p.place(s.Range.File, s.Range.Start.Line, s.Rule))
		}
	}
}

func (p *project) place(file string, line int, rule string) string {
	if rel, err := filepath.Rel(p.dir, file); err == nil {
		file = rel
	}
	return fmt.Sprintf("%s:%d %s", filepath.ToSlash(file), line, rule)
}

func ordered(list []string) []string {
	slices.Sort(list)
	return slices.Compact(list)
}
