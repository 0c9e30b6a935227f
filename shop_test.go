package sessionlint_test

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestShop compares what the command reports about examples/shop with the
// comments in it. `// finding: cookiesecure, sessiontimeout@2` says that its
// line has a finding of each rule, of the second from level 2 on only.
func TestShop(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the command and analyses examples/shop")
	}
	dir := filepath.Join("examples", "shop")
	binary := filepath.Join(t.TempDir(), "sessionlint")
	if out, err := exec.Command("go", "build", "-buildvcs=false", "-o", binary, "./cmd/sessionlint").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	t.Run("same bytes", func(t *testing.T) { sameBytes(t, binary, dir) })
	t.Run("edition5", func(t *testing.T) { edition5(t, binary, dir) })
	for _, level := range []int{1, 2} {
		t.Run(fmt.Sprintf("level%d", level), func(t *testing.T) {
			want, got := expected(t, dir, level), findings(t, binary, dir, "-level", strconv.Itoa(level))
			if len(want) == 0 {
				t.Fatal("no comments")
			}
			for _, f := range slices.Sorted(maps.Keys(want)) {
				if !got[f] {
					t.Errorf("missing: %s", f)
				}
			}
			for _, f := range slices.Sorted(maps.Keys(got)) {
				if !want[f] {
					t.Errorf("unexpected: %s", f)
				}
			}
		})
	}
}

// edition5: what is marked with @5.0 is reported with that edition of ASVS.
func edition5(t *testing.T, binary, dir string) {
	const levels, all = 3, 6 // of 4.0.3, and beyond "5.0"
	got, marked := findings(t, binary, dir, "-asvs=5.0"), 0
	older := expected(t, dir, levels)
	for f := range expected(t, dir, all) {
		if older[f] {
			continue
		}
		if marked++; !got[f] {
			t.Errorf("missing: %s", f)
		}
	}
	if marked == 0 {
		t.Error("no comments")
	}
}

// sameBytes compares what the command prints with one processor, two and eight.
func sameBytes(t *testing.T, binary, dir string) {
	for _, args := range [][]string{{"-f=json"}, {"-f=sarif"}, {"-f=text"}, {"report"}} {
		var first string
		for _, procs := range []string{"1", "2", "8"} {
			run := exec.Command(binary, append(args, "-level=3", "./...")...)
			run.Dir, run.Env = dir, append(os.Environ(), "GOMAXPROCS="+procs)
			out, err := run.Output()
			if exit := (*exec.ExitError)(nil); err != nil && (!errors.As(err, &exit) || exit.ExitCode() != 1) || len(out) < 1000 {
				t.Fatalf("%v: %v\n%s", args, err, out)
			}
			if first == "" {
				first = string(out)
			} else if string(out) != first {
				t.Errorf("%v: other output with %s processors", args, procs)
			}
		}
	}
}

// expected returns what the comments below dir announce, as "file:line rule".
func expected(t *testing.T, dir string, level int) map[string]bool {
	want := map[string]bool{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") {
			return err
		}
		file, err := os.Open(filepath.Join(dir, path))
		if err != nil {
			return err
		}
		defer file.Close()
		lines := bufio.NewScanner(file)
		for n := 1; lines.Scan(); n++ {
			_, list, ok := strings.Cut(lines.Text(), "// finding: ")
			if !ok {
				continue
			}
			for _, item := range strings.Split(list, ", ") {
				rule, from, later := strings.Cut(item, "@")
				if !later || strconv.Itoa(level) >= from {
					want[fmt.Sprintf("%s:%d %s", path, n, rule)] = true
				}
			}
		}
		return lines.Err()
	})
	if err != nil {
		t.Fatal(err)
	}
	return want
}

// findings returns what the command reports, in the form of expected.
func findings(t *testing.T, binary, dir string, flags ...string) map[string]bool {
	run := exec.Command(binary, append(flags, "-f", "line", "./...")...)
	run.Dir = dir
	out, err := run.Output()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 1 {
		t.Fatalf("%v, want exit status 1\n%s", err, out)
	}
	got := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^([^\t:][^:]*:\d+):\d+: .* \((\w+)\)$`).FindAllStringSubmatch(string(out), -1) {
		got[filepath.ToSlash(m[1])+" "+m[2]] = true
	}
	return got
}
