package changed

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A repo is a scratch repository.
type repo struct {
	t   *testing.T
	dir string
}

func newRepo(t *testing.T) *repo {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip(err)
	}
	r := &repo{t, t.TempDir()}
	r.git("init", "-q", "-b", "main")
	return r
}

func (r *repo) git(args ...string) {
	r.t.Helper()
	cmd := exec.Command("git", append([]string{"-c", "user.name=n", "-c", "user.email=e@example.com", "-c", "commit.gpgsign=false"}, args...)...)
	cmd.Dir = r.dir
	if out, err := cmd.CombinedOutput(); err != nil {
		r.t.Fatalf("git %s: %v\n%s", args, err, out)
	}
}

func (r *repo) path(name string) string { return filepath.Join(r.dir, name) }

func (r *repo) write(name string, lines ...string) {
	r.t.Helper()
	if err := os.MkdirAll(filepath.Dir(r.path(name)), 0o777); err != nil {
		r.t.Fatal(err)
	}
	if err := os.WriteFile(r.path(name), []byte(strings.Join(lines, "\n")+"\n"), 0o666); err != nil {
		r.t.Fatal(err)
	}
}

func (r *repo) commit() {
	r.git("add", "-A")
	r.git("commit", "-q", "--allow-empty", "-m", "c")
}

// touched returns the lines of a file that are.
func (r *repo) touched(revision, name string) []int {
	r.t.Helper()
	l, err := Since(r.t.Context(), r.dir, revision)
	if err != nil {
		r.t.Fatal(err)
	}
	var list []int
	for n := 1; n <= 9; n++ {
		if l.Touched(r.path(name), n, n) {
			list = append(list, n)
		}
	}
	return list
}

func letters() []string { return strings.Split("abcdefghi", "") }

func TestTouched(t *testing.T) {
	edit := func(change func([]string) []string) []string { return change(letters()) }
	for name, test := range map[string]struct {
		lines []string
		want  []int
	}{
		"nothing": {letters(), nil},
		"changed": {edit(func(l []string) []string { l[2] = "X"; return l }), []int{3}},
		"added":   {edit(func(l []string) []string { return slices.Insert(l[:8], 4, "X", "Y") }), []int{5, 6}},
		"removed": {edit(func(l []string) []string { return slices.Delete(l, 3, 5) }), []int{3, 4}},
		"first":   {edit(func(l []string) []string { return l[1:] }), []int{1}},
		"two":     {edit(func(l []string) []string { l[0], l[8] = "X", "Y"; return l }), []int{1, 9}},
		// A line of text that looks like a header of the diff.
		"deceit": {edit(func(l []string) []string { l[1], l[2], l[7] = "++ b/other.go", "@@ -1 +1 @@", "X"; return l }), []int{2, 3, 8}},
		"binary": {edit(func(l []string) []string { l[4] = "\x00"; return l }), []int{5}},
		"return": {edit(func(l []string) []string { l[4] = "e\r"; return l }), []int{5}},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRepo(t)
			r.write("a.go", letters()...)
			r.commit()
			r.write("a.go", test.lines...)
			if got := r.touched("HEAD", "a.go"); !slices.Equal(got, test.want) {
				t.Errorf("%v, want %v", got, test.want)
			}
			r.commit() // committed or not is the same
			if got := r.touched("HEAD~1", "a.go"); !slices.Equal(got, test.want) {
				t.Errorf("%v, want %v", got, test.want)
			}
		})
	}
}

// What git does not know is new; a renamed file is not.
func TestFiles(t *testing.T) {
	all := []int{1, 2, 3, 4, 5, 6, 7, 8, 9}
	r := newRepo(t)
	r.write(".gitignore", "ignored.go")
	r.write("a.go", letters()...)
	r.write("d/same.go", letters()...)
	r.commit()
	r.git("mv", "a.go", "b.go")
	r.write("b.go", append([]string{"X"}, letters()[1:]...)...)
	for _, name := range []string{"untracked.go", "ignored.go", "d/untracked.go"} {
		r.write(name, letters()...)
	}
	r.write("staged.go", strings.Split("123456789", "")...)
	r.git("add", "staged.go")
	for name, want := range map[string][]int{
		"b.go": {1}, "d/same.go": nil, "untracked.go": all, "ignored.go": all, "d/untracked.go": all, "staged.go": all,
		"../outside.go": all,
	} {
		if got := r.touched("HEAD", name); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}

// File names and the configuration of the user change nothing.
func TestHostile(t *testing.T) {
	for _, name := range []string{
		"a b.go", "ä😀.go", "t\tab.go", "n\nl.go", "esc\x1b.go", `q"u'o\te.go`, "-rf.go", "\xff.go", "b/a.go", "a -> b.go", "@@ -1 +1 @@.go", "trailing .go",
	} {
		r := newRepo(t)
		if err := os.MkdirAll(filepath.Dir(r.path(name)), 0o777); err != nil {
			t.Fatal(err)
		}
		r.write(name, letters()...)
		r.commit()
		for _, setting := range []string{
			"diff.noprefix=true", "diff.mnemonicPrefix=true", "diff.external=touch hacked", "core.fsmonitor=touch hacked", "core.quotePath=false",
			"diff.interHunkContext=9", "diff.context=5", "color.ui=always", "diff.relative=true", "diff.renames=false",
		} {
			key, value, _ := strings.Cut(setting, "=")
			r.git("config", key, value)
		}
		lines := letters()
		lines[0], lines[4] = "X", "Y"
		r.write(name, lines...)
		if got := r.touched("HEAD", name); !slices.Equal(got, []int{1, 5}) {
			t.Errorf("%q: %v", name, got)
		}
		if _, err := os.Stat(r.path("hacked")); err == nil {
			t.Error("git ran a command from the configuration")
		}
	}
}

func TestEnvironment(t *testing.T) {
	t.Setenv("GIT_EXTERNAL_DIFF", "echo")
	t.Setenv("GIT_DIFF_OPTS", "-u9")
	r := newRepo(t)
	r.write("a.go", letters()...)
	r.commit()
	lines := letters()
	lines[4] = "X"
	r.write("a.go", lines...)
	if got := r.touched("HEAD", "a.go"); !slices.Equal(got, []int{5}) {
		t.Errorf("%v", got)
	}
}

// From a directory below, and through a symbolic link.
func TestBelow(t *testing.T) {
	r := newRepo(t)
	r.write("d/a.go", letters()...)
	r.write("b.go", letters()...)
	r.commit()
	r.write("d/a.go", append(letters(), "X")...)
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(r.dir, link); err != nil {
		t.Skip(err)
	}
	l, err := Since(t.Context(), filepath.Join(link, "d"), "HEAD")
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]bool{
		filepath.Join(link, "d", "a.go"): true, filepath.Join(r.dir, "d", "a.go"): true, filepath.Join(link, "b.go"): false,
	} {
		if got := l.Touched(path, 5, 10); got != want {
			t.Errorf("%s: %t", path, got)
		}
	}
}

func TestErrors(t *testing.T) {
	r := newRepo(t)
	r.write("a.go", "a")
	r.commit()
	for _, revision := range []string{"nope", "", "--help", "-h", "--output=hacked", "HEAD~5", "HEAD:a.go", "a\nb"} {
		if _, err := Since(t.Context(), r.dir, revision); err == nil || !strings.Contains(err.Error(), "git knows no revision") {
			t.Errorf("%q: %v", revision, err)
		}
	}
	if entries, err := os.ReadDir(r.dir); err != nil || len(entries) != 2 {
		t.Errorf("%v %v", entries, err)
	}
	if _, err := Since(t.Context(), t.TempDir(), "HEAD"); err == nil || !strings.Contains(err.Error(), "not a git repository") || strings.Contains(err.Error(), "\n") {
		t.Errorf("no repository: %v", err)
	}
	t.Setenv("PATH", t.TempDir())
	if _, err := Since(t.Context(), r.dir, "HEAD"); err == nil || !strings.Contains(err.Error(), "not installed") {
		t.Errorf("no git: %v", err)
	}
}
