package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/multichecker"
	"golang.org/x/tools/txtar"

	"github.com/sessionlint/sessionlint/analyzers"
)

// as says what the test binary is when it is called by a test or by the go
// command: this way no test waits for a build.
const as = "SESSIONLINT_TEST_AS"

func TestMain(m *testing.M) {
	switch os.Getenv(as) {
	case "":
		os.Exit(m.Run())
	case "doubles":
		os.Exit((&tool{rules: doubles(), stdout: os.Stdout, stderr: os.Stderr}).run(os.Args[1:]))
	case "rules":
		main()
	case "no rules":
		os.Exit((&tool{stdout: os.Stdout, stderr: os.Stderr}).run(os.Args[1:]))
	case "multichecker doubles":
		multichecker.Main(doubles()...)
	case "multichecker rules":
		multichecker.Main(analyzers.All()...)
	}
}

// A module is a scratch module on disk.
type module struct {
	t   *testing.T
	dir string
	as  string
	env []string
}

// newModule lays out the files of a txtar archive. A go.mod for example.com/m
// is added if there is none at the top.
func newModule(t *testing.T, archive string) *module {
	t.Helper()
	t.Parallel()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	m := &module{t: t, dir: dir, as: "doubles"}
	files := txtar.Parse([]byte(archive)).Files
	if !slices.ContainsFunc(files, func(f txtar.File) bool { return f.Name == "go.mod" || f.Name == "go.work" }) {
		m.write("go.mod", "module example.com/m\n\ngo 1.25.0\n")
	}
	for _, file := range files {
		m.write(file.Name, string(file.Data))
	}
	return m
}

func (m *module) write(name, text string) {
	m.t.Helper()
	path := filepath.Join(m.dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		m.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		m.t.Fatal(err)
	}
}

func (m *module) read(name string) string {
	m.t.Helper()
	data, err := os.ReadFile(filepath.Join(m.dir, name))
	if err != nil {
		m.t.Fatal(err)
	}
	return string(data)
}

// in returns the module with a directory of it as the working directory.
func (m *module) in(dir string) *module {
	sub := *m
	sub.dir = filepath.Join(m.dir, dir)
	return &sub
}

// A result is what a program did.
type result struct {
	out, err string
	code     int
}

func (r result) String() string {
	return fmt.Sprintf("exit code %d\nstdout:\n%s\nstderr:\n%s", r.code, r.out, r.err)
}

func (m *module) exec(name string, args ...string) result {
	m.t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = m.dir
	cmd.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=", "GOPROXY=off", "GOTOOLCHAIN=local", as+"="+m.as)
	cmd.Env = append(cmd.Env, m.env...)
	var out, err bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &err
	runErr := cmd.Run()
	if exit := (*exec.ExitError)(nil); runErr != nil && !errors.As(runErr, &exit) {
		m.t.Fatal(runErr)
	}
	return result{out.String(), err.String(), cmd.ProcessState.ExitCode()}
}

func self(t *testing.T) string {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return exe
}

// command runs the command.
func (m *module) command(args ...string) result {
	m.t.Helper()
	return m.exec(self(m.t), args...)
}

// vet runs go vet with the tool.
func (m *module) vet(args ...string) result {
	m.t.Helper()
	return m.exec("go", append([]string{"vet", "-vettool=" + self(m.t)}, args...)...)
}

// want fails the test unless the program ended as expected.
func (r result) want(t *testing.T, code int, stdout, stderr string) {
	t.Helper()
	if r.code != code || !strings.Contains(r.out, stdout) || !strings.Contains(r.err, stderr) {
		t.Errorf("want exit code %d, stdout with %q, stderr with %q, have %v", code, stdout, stderr, r)
	}
}

// findings runs the command and returns its findings, one sorted line each, in
// the form that treeFindings has.
func (m *module) findings(args ...string) []string {
	m.t.Helper()
	res := m.command(append([]string{"-f=json"}, args...)...)
	var list []string
	for dec := json.NewDecoder(strings.NewReader(res.out)); ; {
		var event struct {
			Site *struct {
				Rule, Category, Message string
				Finding                 bool
				Range                   struct {
					File       string
					Start, End struct{ Line, Column int }
				}
				Steps []struct{ Message string }
			}
		}
		if err := dec.Decode(&event); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			m.t.Fatalf("%v in %v", err, res)
		}
		if s := event.Site; s != nil && s.Finding {
			text := fmt.Sprintf("%s:%d:%d-%d:%d %s %s: %s", s.Range.File, s.Range.Start.Line, s.Range.Start.Column,
				s.Range.End.Line, s.Range.End.Column, s.Rule, s.Category, s.Message)
			for _, step := range s.Steps {
				text += " | " + step.Message
			}
			list = append(list, text)
		}
	}
	slices.Sort(list)
	return list
}

// vetFindings runs go vet and returns the same.
func (m *module) vetFindings(args ...string) []string {
	m.t.Helper()
	res := m.vet(append([]string{"-json"}, args...)...)
	return m.treeFindings(res, res.out+res.err)
}

// treeFindings reads the JSON that all drivers of x/tools print.
func (m *module) treeFindings(res result, text string) []string {
	m.t.Helper()
	var clean strings.Builder // Go 1.25 and before put "# package" lines between
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, "#") {
			clean.WriteString(line)
		}
	}
	var list []string
	for dec := json.NewDecoder(strings.NewReader(clean.String())); ; {
		var tree map[string]map[string][]struct {
			Category, Posn, End, Message string
			Related                      []struct{ Message string }
		}
		if err := dec.Decode(&tree); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			m.t.Fatalf("%v in %v", err, res)
		}
		for _, byRule := range tree {
			for rule, diagnostics := range byRule {
				for _, d := range diagnostics {
					file, place, _ := strings.Cut(d.Posn, ":")
					name, err := filepath.Rel(m.dir, file)
					if err != nil {
						m.t.Fatal(err)
					}
					text := fmt.Sprintf("%s:%s-%s %s %s: %s", name, place, strings.TrimPrefix(d.End, file+":"), rule, d.Category, d.Message)
					for _, related := range d.Related {
						text += " | " + related.Message
					}
					list = append(list, text)
				}
			}
		}
	}
	slices.Sort(list)
	return slices.Compact(list) // multichecker analyses p and p with its tests
}

// agree fails the test unless the command and go vet find the same, and
// returns it.
func (m *module) agree(args ...string) []string {
	m.t.Helper()
	command := m.findings(args...)
	if vet := m.vetFindings(args...); !slices.Equal(command, vet) {
		m.t.Errorf("the command finds\n%s\nbut go vet finds\n%s", strings.Join(command, "\n"), strings.Join(vet, "\n"))
	}
	return command
}

// found fails the test unless each of the findings contains the wanted text.
func found(t *testing.T, findings []string, want ...string) {
	t.Helper()
	ok := len(findings) == len(want)
	for i := 0; ok && i < len(want); i++ {
		ok = strings.Contains(findings[i], want[i])
	}
	if !ok {
		t.Errorf("want findings %q, have %q", want, findings)
	}
}
