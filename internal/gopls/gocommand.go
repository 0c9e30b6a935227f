package gopls

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/mod/module"
)

// run runs the go command, or a program that it built, in the directory of the
// module that is built, out of reach of the user's workspace and flags.
func (b *build) run(ctx context.Context, program string, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Dir = b.dir
	cmd.Env = append(os.Environ(), "GO111MODULE=on", "GOWORK=off", "GOFLAGS=-mod=mod",
		"GOOS="+runtime.GOOS, "GOARCH="+runtime.GOARCH, "PWD="+b.dir)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	switch {
	case ctx.Err() != nil:
		return nil, context.Cause(ctx)
	case errors.Is(err, exec.ErrNotFound):
		return nil, errors.New("there is no go command in PATH: install Go from https://go.dev/dl")
	case err != nil:
		return out, fmt.Errorf("%s %s failed: %s", filepath.Base(program), args[0], cmp.Or(lastLines(stderr.String()), err.Error()))
	}
	return out, nil
}

// lastLines returns the end of what a compiler said, without the noise.
func lastLines(text string) string {
	const enough = 8
	lines := slices.DeleteFunc(strings.Split(text, "\n"), func(line string) bool {
		line = strings.TrimSpace(line)
		return line == "" || line[0] == '#' || strings.HasPrefix(line, "go: downloading ")
	})
	if more := len(lines) - enough; more > 0 {
		lines = lines[more:]
	}
	return strings.Join(lines, "\n")
}

// A download is what the go command says about a module that it fetched.
type download struct {
	Version string
	Dir     string
	Error   string
}

// fetch brings gopls into the module cache.
func (b *build) fetch(ctx context.Context, version string) (*download, error) {
	out, err := b.run(ctx, "go", "mod", "download", "-json", goplsPath+"@"+version)
	if len(out) == 0 && err != nil {
		return nil, err
	}
	var d download
	if err := json.Unmarshal(out, &d); err != nil {
		return nil, fmt.Errorf("go mod download: %w", err)
	}
	if d.Error != "" {
		return nil, explain(cmp.Or(d.Version, version), d.Error)
	}
	return &d, err
}

// explain makes one line of what the go command says about a module that it
// did not fetch.
func explain(version, text string) error {
	if _, needs, found := strings.Cut(text, " requires go >= "); found {
		needs, _, _ = strings.Cut(needs, " ")
		_, have, _ := strings.Cut(text, "(running go ")
		have, _, _ = strings.Cut(have, ";")
		return fmt.Errorf("gopls %s needs Go %s, the go command here is %s and may not fetch another: "+
			"set GOTOOLCHAIN=auto, or choose an older gopls with -version", version, needs, have)
	}
	text = strings.Join(strings.Fields(text), " ")
	if version != "latest" && module.Check(goplsPath, version) != nil {
		return fmt.Errorf("gopls has no version %q: %s", version, text)
	}
	return fmt.Errorf("cannot get gopls %s: %s", version, text)
}
