package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// shopOutput builds the command and returns what it prints about the example
// program. Without flags, that is the first command of the README.
func shopOutput(root string, flags ...string) (string, error) {
	dir, err := os.MkdirTemp("", "docgen")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(dir)
	binary := filepath.Join(dir, "sessionlint")
	build := exec.Command("go", "build", "-buildvcs=false", "-o", binary, "./cmd/sessionlint")
	build.Dir = root
	if out, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w\n%s", err, out)
	}
	var out, problems bytes.Buffer
	args := append([]string{"-C", filepath.Join("examples", "shop")}, flags...)
	run := exec.Command(binary, append(args, "./...")...)
	run.Dir, run.Stdout, run.Stderr = root, &out, &problems
	run.Env = append(os.Environ(), "NO_COLOR=1", "GOWORK=off")
	var exit *exec.ExitError
	if err := run.Run(); !errors.As(err, &exit) || exit.ExitCode() != 1 {
		return "", fmt.Errorf("sessionlint on examples/shop: %v, want exit status 1\n%s", err, problems.String())
	}
	return out.String(), nil
}
