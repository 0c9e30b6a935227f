// Package gopls builds a gopls that has our rules, without a patch.
//
// Gopls takes no plugins. But a main module whose path lies below that of
// gopls may import its internal packages; so a throwaway module with main.go
// of gopls, and one more file that adds our analyzers to the list that gopls
// has, is all there is to it. The module pins golang.org/x/tools to the commit
// that gopls was released with, because gopls uses internals of it.
package gopls

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

const (
	goplsPath = "golang.org/x/tools/gopls"
	toolsPath = "golang.org/x/tools"
	ownPath   = goplsPath + "/sessionlint" // of the throwaway module
)

// A Config says what to build.
type Config struct {
	Version string // of gopls; "" or "latest": the newest
	Source  Source // of the rules
	Out     string // file to write
}

// Build builds gopls and returns its version. A program that is already at
// c.Out is replaced at once, when the new one has shown that it runs.
func Build(ctx context.Context, c Config) (version string, err error) {
	dir, err := os.MkdirTemp("", "sessionlint-gopls-")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(dir)
	if dir, err = filepath.EvalSymlinks(dir); err != nil {
		return "", err
	}
	out, err := place(c.Out)
	if err != nil {
		return "", err
	}
	b := &build{Config: c, dir: dir}
	gopls, err := b.fetch(ctx, wanted(c.Version))
	if err != nil {
		return "", err
	}
	if err := b.write(gopls); err != nil {
		return "", err
	}
	version = gopls.Version + "-sessionlint"
	fresh := filepath.Join(filepath.Dir(out), "new-"+filepath.Base(out))
	defer os.Remove(fresh)
	if _, err := b.run(ctx, "go", "build", "-trimpath", "-ldflags=-X main.version="+version, "-o", fresh, "."); err != nil {
		return "", err
	}
	if _, err := b.run(ctx, fresh, "version"); err != nil {
		return "", err
	}
	return version, os.Rename(fresh, out)
}

// place returns where to write a program that a person wants at out.
func place(out string) (string, error) {
	out, err := filepath.Abs(out)
	if err != nil {
		return "", err
	}
	if info, err := os.Stat(out); err == nil && !info.Mode().IsRegular() {
		return "", fmt.Errorf("%s is not a file that can be replaced", out)
	}
	return out, os.MkdirAll(filepath.Dir(out), 0o777)
}

// wanted returns the version query for what a person gives as a version.
func wanted(version string) string {
	switch {
	case version == "":
		return "latest"
	case version[0] >= '0' && version[0] <= '9':
		return "v" + version
	}
	return version
}

// DefaultOut returns the file to write if none is given: where go install
// would put it.
func DefaultOut(ctx context.Context) (string, error) {
	b := &build{dir: os.TempDir()}
	out, err := b.run(ctx, "go", "env", "GOBIN", "GOPATH", "GOEXE")
	if err != nil {
		return "", err
	}
	values := strings.SplitN(string(out), "\n", 4)
	dir := values[0]
	if dir == "" {
		dir = filepath.Join(filepath.SplitList(values[1])[0], "bin")
	}
	return filepath.Join(dir, "gopls-sessionlint"+values[2]), nil
}
