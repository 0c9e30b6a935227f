package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

// The faults of docs/faults.md: what can be wrong with a machine, a checkout or
// its files. Each names what is wrong, ends with the right exit code, and still
// finds everything else.

const other = "-- other/other.go --\n"

// TestNoGoCommand: without the go command nothing can be loaded.
func TestNoGoCommand(t *testing.T) {
	m := newModule(t, "-- web.go --\n"+bad)
	m.env = []string{"PATH=" + t.TempDir()}
	m.command().want(t, 2, "", "the go command cannot be run, which finds and compiles packages: ")
}

// TestNoCache: a build cache that cannot be used is the go command's to
// complain about.
func TestNoCache(t *testing.T) {
	m := newModule(t, "-- web.go --\n"+bad)
	m.write("file", "")
	m.env = []string{"GOCACHE=" + filepath.Join(m.dir, "file", "cache")}
	m.command().want(t, 2, "", "sessionlint: ")
	m.command().want(t, 2, "", filepath.Join("file", "cache"))
}

// TestNoNetwork: a module that cannot be downloaded spoils the packages that
// need it, and no others.
func TestNoNetwork(t *testing.T) {
	m := newModule(t, "-- web.go --\npackage web\n\nimport _ \"example.org/absent\"\n"+other+bad)
	m.command("./...").want(t, 2, "other.go", "example.org/absent")
}

// TestNoCompiler: cgo without a C compiler, likewise.
func TestNoCompiler(t *testing.T) {
	m := newModule(t, "-- c/c.go --\npackage c\n\n// int n;\nimport \"C\"\n\nvar _ = C.n\n-- plain/plain.go --\npackage plain\n")
	m.env = []string{"CC=" + filepath.Join(m.dir, "absent"), "CGO_ENABLED=1"}
	m.command("./...").want(t, 2, "no findings in 1 package", "example.com/m/c: needs cgo, which does not run here: set CC to a C compiler")
}

// TestSymlinkLoop: the go command does not follow links to folders.
func TestSymlinkLoop(t *testing.T) {
	m := newModule(t, "-- a/web.go --\n"+bad)
	if err := os.Symlink(m.dir, filepath.Join(m.dir, "a", "loop")); err != nil {
		t.Skip(err)
	}
	m.command("./...").want(t, 1, "1 finding in 1 file of 1 package", "")
}

// TestNotUTF8: bytes that are no text are a syntax error of their file.
func TestNotUTF8(t *testing.T) {
	m := newModule(t, "-- latin/latin.go --\npackage latin\n\nvar name = \"M\xfcller\"\n"+other+bad)
	m.command("./...").want(t, 2, "other.go", "latin.go:3")
}

// TestNULAndLongLines: odd bytes in comments and a line of a megabyte.
func TestNULAndLongLines(t *testing.T) {
	m := newModule(t, "-- long/long.go --\npackage long\n\nvar text = \""+strings.Repeat("x", 1<<20)+"\"\n"+other+bad)
	m.command("./...").want(t, 1, "other.go", "")
	m.write("odd/odd.go", "package odd // \x00\n")
	m.command("./...").want(t, 2, "other.go", "odd.go")
}

// TestHugeFile: 100,000 lines with a finding at the end.
func TestHugeFile(t *testing.T) {
	var source strings.Builder
	source.WriteString(strings.Replace(bad, "package web", "package web\n", 1))
	for i := range 33_000 {
		fmt.Fprintf(&source, "\nfunc f%d(s string) string {\n\treturn s + %q\n}\n", i, fmt.Sprint(i))
	}
	m := newModule(t, "-- web.go --\n"+source.String())
	m.as = "rules"
	m.command("-f=line").want(t, 1, "cookiesecure", "")
}

// TestKilled: a run that is killed leaves the old report as it was, and
// nothing beside it.
func TestKilled(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no signals")
	}
	m := newModule(t, "-- web.go --\n"+bad+"-- report.json --\nold\n")
	for _, after := range []time.Duration{0, 5 * time.Millisecond, 50 * time.Millisecond} {
		process, err := os.StartProcess(self(t), []string{"sessionlint", "-f=json", "-o=report.json", "./..."}, &os.ProcAttr{
			Dir: m.dir, Env: append(os.Environ(), as+"=rules"), Files: []*os.File{nil, nil, nil},
		})
		if err != nil {
			t.Fatal(err)
		}
		time.Sleep(after)
		_ = process.Signal(syscall.SIGKILL) // or it has ended
		if _, err := process.Wait(); err != nil {
			t.Fatal(err)
		}
		if text := m.read("report.json"); text != "old\n" && !strings.Contains(text, `{"summary":`) {
			t.Errorf("half a report: %q", text)
		}
		entries, err := os.ReadDir(m.dir)
		if err != nil || len(entries) != 3 {
			t.Errorf("%v beside the report, %v", entries, err)
		}
	}
}

// TestUnwritable: where the report cannot be written, that is said, and the
// exit code is not that of a run without findings.
func TestUnwritable(t *testing.T) {
	m := newModule(t, "-- web.go --\n"+bad+"-- dir/file --\n")
	m.command("-o=dir").want(t, 2, "", "dir")
	m.command("-o=absent/report").want(t, 2, "", filepath.Join("absent", "report"))
	m.command("-write-baseline=dir").want(t, 2, "", "dir")
}

// TestHostileConfiguration: what a pull request can put into a file that every
// run reads.
func TestHostileConfiguration(t *testing.T) {
	bomb := "a: &a [x, x, x, x, x, x, x, x, x]\n"
	for c := 'b'; c < 'j'; c++ {
		bomb += fmt.Sprintf("%c: &%c [*%c, *%c, *%c, *%c, *%c, *%c, *%c, *%c]\n", c, c, c-1, c-1, c-1, c-1, c-1, c-1, c-1, c-1)
	}
	for name, text := range map[string]string{
		"bomb":      bomb,
		"large":     "level: 2 #" + strings.Repeat("x", 4<<20) + "\n",
		"deep":      strings.Repeat("a: {", 10_000),
		"tag":       "level: !!python/object/apply:os.system [id]\n",
		"escape":    "level: \"\x1b[2J\"\n",
		"file":      "modules: /etc/passwd\nlevel: /etc/passwd\n",
		"directory": "",
	} {
		t.Run(name, func(t *testing.T) {
			m := newModule(t, "-- web.go --\n"+bad)
			if name == "directory" {
				m.write(".sessionlint.yaml/file", "")
			} else {
				m.write(".sessionlint.yaml", text)
			}
			res := m.command()
			res.want(t, 2, "", ".sessionlint.yaml")
			if strings.ContainsRune(res.err, '\x1b') || strings.Contains(res.err, "root:") || len(res.err) > 2000 {
				t.Errorf("unsafe complaint: %v", res)
			}
		})
	}
}
