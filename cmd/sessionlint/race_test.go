package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestRace runs the command with the race detector in it, all rules side by side on
// all fixtures, as no test of one rule does.
func TestRace(t *testing.T) {
	if !integration {
		t.Skip("an integration test: set SESSIONLINT_INTEGRATION=1")
	}
	tool := filepath.Join(t.TempDir(), "sessionlint")
	build := exec.Command("go", "build", "-race", "-o", tool, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=1")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for dir, args := range map[string][]string{
		"../../testdata":      {"-level=3", "-exit-zero", "-f=line", "./..."},
		"../../examples/shop": {"report", "-level=3", "-f=json", "./..."},
	} {
		run := exec.Command(tool, args...)
		run.Dir, run.Env = dir, append(os.Environ(), "GORACE=halt_on_error=0")
		var told strings.Builder
		run.Stderr = &told
		out, err := run.Output()
		if i := strings.Index(told.String(), "WARNING: DATA RACE"); i >= 0 {
			t.Errorf("%s: %.4000s", dir, told.String()[i:])
		}
		if len(out) == 0 {
			t.Errorf("%s: nothing was analysed: %v: %s", dir, err, told.String())
		}
	}
}
