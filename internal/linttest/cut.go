package linttest

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// RunCuts checks correct programs, and each of them with something removed. A
// comment says what can go, and what is then reported, and nothing else:
//
//	sessions.Destroy(r.Context()) // cut: logoutinvalidation:"alive on the server"
//	// cut 4: sessionrotation:"without renewing"
//
// The second form removes so many lines behind itself. The programs are the
// folders of dir, relative to testdata, each one file.
func RunCuts(t *testing.T, analyzers []*analysis.Analyzer, dir string) {
	t.Helper()
	runCuts(t, testdata(t), analyzers, dir)
}

// RunWideCuts does the same in testdata/wide.
func RunWideCuts(t *testing.T, analyzers []*analysis.Analyzer, dir string) {
	t.Helper()
	runCuts(t, filepath.Join(testdata(t), "wide"), analyzers, dir)
}

func runCuts(t *testing.T, root string, analyzers []*analysis.Analyzer, dir string) {
	t.Helper()
	runAll(t, root, analyzers, []string{"./" + dir + "/..."})
	variants, err := cuts(root, dir)
	if err != nil {
		t.Fatal(err)
	}
	f := fixture{dir: root, analyzers: analyzers}
	overlay := map[string][]byte{}
	for _, v := range variants {
		overlay[v.file] = v.text
		f.patterns = append(f.patterns, "./"+filepath.ToSlash(filepath.Dir(f.short(v.file))))
	}
	pkgs, err := load(root, f.patterns, overlay)
	if err != nil {
		t.Fatal(err)
	}
	findings, _, err := f.analyze(pkgs)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range variants {
		v.compare(t, findings)
	}
}

// A variant is a program with something removed.
type variant struct {
	name string // where it was removed
	file string
	text []byte
	want map[string]*regexp.Regexp // by rule
}

// compare holds what is found in a variant against what it wants.
func (v variant) compare(t *testing.T, findings []finding) {
	t.Helper()
	met := map[string]bool{}
	for _, found := range findings {
		if found.posn.Filename != v.file {
			continue
		}
		if pattern := v.want[found.rule]; pattern == nil || met[found.rule] || !pattern.MatchString(found.Message) {
			t.Errorf("%s: removed, unexpected in line %d: %s: %s (%s)", v.name, found.posn.Line, found.rule, found.Message, found.Category)
			continue
		}
		met[found.rule] = true
	}
	for rule := range v.want {
		if !met[rule] {
			t.Errorf("%s: removed, but %s says nothing", v.name, rule)
		}
	}
}

var (
	cutMark = regexp.MustCompile(`// cut(?: (\d+))?: (.*)$`)
	cutWant = regexp.MustCompile(`(\w+):"([^"]*)"`)
)

// cuts returns the variants of all programs below a folder.
func cuts(root, dir string) ([]variant, error) {
	files, err := filepath.Glob(filepath.Join(root, filepath.FromSlash(dir), "*", "*.go"))
	if err != nil {
		return nil, err
	}
	var out []variant
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		lines := bytes.SplitAfter(text, []byte("\n"))
		for i, line := range lines {
			m := cutMark.FindSubmatch(bytes.TrimRight(line, "\n"))
			if m == nil {
				continue
			}
			count := 1
			if len(m[1]) > 0 {
				n, _ := strconv.Atoi(string(m[1]))
				count += n
			}
			v := variant{name: fmt.Sprintf("%s:%d", filepath.Base(filepath.Dir(file)), i+1), want: map[string]*regexp.Regexp{}}
			v.file = filepath.Join(filepath.Dir(file), fmt.Sprintf("cut%d", i+1), filepath.Base(file))
			v.text = bytes.Join(slices.Concat(lines[:i], lines[min(i+count, len(lines)):]), nil)
			for _, want := range cutWant.FindAllSubmatch(m[2], -1) {
				v.want[string(want[1])] = regexp.MustCompile(string(want[2]))
			}
			out = append(out, v)
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("nothing can be removed from the programs in %s", dir)
	}
	return out, nil
}
