package sessionlint_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestDrivers holds docs/drivers.md against what is there: its tests exist, and
// CI runs its command.
func TestDrivers(t *testing.T) {
	const page = "docs/drivers.md"
	text := readText(t, page)
	var tests strings.Builder
	for _, dir := range []string{"cmd/sessionlint", "plugin/golangci", "internal/gopls"} {
		names, err := filepath.Glob(filepath.Join(dir, "*_test.go"))
		if err != nil || len(names) == 0 {
			t.Fatalf("no tests in %s: %v", dir, err)
		}
		for _, name := range names {
			tests.WriteString(readText(t, name))
		}
	}
	named := regexp.MustCompile("`(Test\\w+)`").FindAllStringSubmatch(text, -1)
	if len(named) < 5 {
		t.Errorf("%s names only %d tests", page, len(named))
	}
	for _, match := range named {
		if !strings.Contains(tests.String(), "func "+match[1]+"(t *testing.T)") {
			t.Errorf("%s names %s, which does not exist", page, match[1])
		}
	}
	command := regexp.MustCompile(`(?m)^SESSIONLINT_INTEGRATION=1 .*$`).FindString(text)
	for _, name := range []string{".ci/run", "CONTRIBUTING.md"} {
		if command == "" || !strings.Contains(readText(t, name), command) {
			t.Errorf("%s lacks the command %q", name, command)
		}
	}
}

// TestFaultTable: each fault has a test that exists.
func TestFaultTable(t *testing.T) {
	var tests strings.Builder
	err := filepath.WalkDir(".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(name, "_test.go") && !strings.HasPrefix(name, "testdata") {
			tests.WriteString(readText(t, name))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	for row := range strings.Lines(readText(t, "docs/faults.md")) {
		if !strings.HasPrefix(row, "| ") || strings.HasPrefix(row, "| what is wrong") {
			continue
		}
		rows++
		named := regexp.MustCompile("`((?:Test|Fuzz)\\w+)`").FindAllStringSubmatch(row, -1)
		if len(named) == 0 {
			t.Errorf("no test: %s", row)
		}
		for _, match := range named {
			if !strings.Contains(tests.String(), "func "+match[1]+"(") {
				t.Errorf("%s does not exist: %s", match[1], row)
			}
		}
	}
	if rows < 10 {
		t.Errorf("%d rows", rows)
	}
}

// TestLinks follows the links between the pages that people write.
func TestLinks(t *testing.T) {
	pages, err := filepath.Glob("docs/*.md")
	if err != nil || len(pages) < 5 {
		t.Fatalf("%q, %v", pages, err)
	}
	link := regexp.MustCompile(`\]\(([^)#\s]+)(#[^)\s]*)?\)`)
	for _, page := range append(pages, "README.md", "CONTRIBUTING.md", "CHANGELOG.md") {
		for _, match := range link.FindAllStringSubmatch(readText(t, page), -1) {
			if strings.Contains(match[1], "://") {
				continue
			}
			if _, err := os.Stat(filepath.Join(filepath.Dir(page), match[1])); err != nil {
				t.Errorf("%s: %v", page, err)
			}
		}
	}
}

func readText(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
