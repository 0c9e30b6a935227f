package golangci_test

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "record the calls of docs/golangci.md")

const examples = "../../docs/examples/golangci"

// TestExample: what people copy names the plugin, and the golangci-lint that
// the tests run.
func TestExample(t *testing.T) {
	text := read(t, filepath.Join(examples, ".custom-gcl.yml"))
	for _, want := range []string{"version: " + golangciVersion + "\n", "module: " + module + "\n", "import: " + module + "/plugin/golangci\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("the example of .custom-gcl.yml lacks %q", want)
		}
	}
}

// TestGuide runs the recorded calls of docs/golangci.md, with the example
// configuration, on copies of the shop. With -update it writes down what they
// print.
func TestGuide(t *testing.T) {
	const guide = "../../docs/golangci.md"
	recorded := regexp.MustCompile("(?ms)^(```console\n\\$ ./golangci-lint-sessionlint (run [^\n]*)\n).*?^```$")
	old := read(t, guide)
	calls := 0
	text := recorded.ReplaceAllStringFunc(old, func(block string) string {
		calls++
		p := copyOf(t, "../../examples/shop")
		p.write(".golangci.yml", read(t, filepath.Join(examples, ".golangci.yml")))
		match := recorded.FindStringSubmatch(block)
		out, errs, _ := p.run(p.golangci, strings.Fields(match[2])...)
		if have := match[1] + out + errs + "```"; have != block {
			t.Logf("golangci-lint %s prints\n%s%s", match[2], out, errs)
			return have
		}
		return block
	})
	switch {
	case calls < 2:
		t.Errorf("there are %d recorded calls", calls)
	case text != old && !*update:
		t.Errorf("%s is out of date: run this test with -update", guide)
	case text != old:
		if err := os.WriteFile(guide, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
