package sessionlint_test

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// TestSARIF holds what the command writes about examples/shop, about all
// fixtures and about nothing at all against the schema of SARIF 2.1.0.
func TestSARIF(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the command and analyses all fixtures")
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	schema, err := compiler.Compile(filepath.Join("internal", "report", "testdata", "sarif-schema-2.1.0.json"))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	binary := filepath.Join(dir, "sessionlint")
	if out, err := exec.Command("go", "build", "-buildvcs=false", "-o", binary, "./cmd/sessionlint").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module m\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "m.go"), []byte("package m\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		dir       string
		code, min int
	}{{filepath.Join("examples", "shop"), 1, 15}, {"testdata", 1, 200}, {dir, 0, 0}} {
		var out bytes.Buffer
		cmd := exec.Command(binary, "-C", test.dir, "-f=sarif", "-level=3", "-confidence=possible", "-severity=info", "-tests", "-generated", "-show-accepted", "./...")
		cmd.Stdout, cmd.Stderr = &out, os.Stderr
		var exit *exec.ExitError
		if err := cmd.Run(); err != nil && !errors.As(err, &exit) || cmd.ProcessState.ExitCode() != test.code {
			t.Errorf("%s: %v, want exit code %d", test.dir, err, test.code)
			continue
		}
		value, err := jsonschema.UnmarshalJSON(&out)
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(value); err != nil {
			t.Errorf("%s: %v", test.dir, err)
		}
		if n := len(results(value)); n < test.min || test.min == 0 && n > 0 {
			t.Errorf("%s: %d results", test.dir, n)
		}
	}
}

// results are those of the first run of a document.
func results(document any) []any {
	runs, _ := document.(map[string]any)["runs"].([]any)
	if len(runs) == 0 {
		return nil
	}
	list, _ := runs[0].(map[string]any)["results"].([]any)
	return list
}
