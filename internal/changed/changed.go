// Package changed asks git which lines of the working tree differ from a
// revision.
package changed

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Lines are the lines that differ from a revision.
type Lines struct {
	root    string
	tracked map[string]bool   // files that git knows, relative to root
	hunks   map[string][]hunk // their changes
}

// A hunk is a range of changed lines, both ends included.
type hunk struct{ from, to int }

// Since compares the Go files of the working tree around dir with a revision.
func Since(ctx context.Context, dir, revision string) (*Lines, error) {
	g := git{ctx, dir}
	root, err := g.run("rev-parse", "--show-toplevel")
	if err != nil {
		return nil, err
	}
	g.dir = strings.TrimSuffix(string(root), "\n")
	commit, err := g.run("rev-parse", "--verify", "--quiet", "--end-of-options", revision+"^{commit}")
	if err != nil {
		return nil, fmt.Errorf("git knows no revision %q here (a shallow clone may lack it)", revision)
	}
	files, err := g.run("ls-files", "-z", "--", "*.go")
	if err != nil {
		return nil, err
	}
	diff, err := g.run("diff", "--unified=0", "--find-renames", "--no-color", "--no-ext-diff", "--no-textconv", "--text",
		"--inter-hunk-context=0", "--no-relative", "--src-prefix=a/", "--dst-prefix=b/", "--ignore-submodules", strings.TrimSpace(string(commit)), "--", "*.go")
	if err != nil {
		return nil, err
	}
	l := &Lines{root: resolved(g.dir), tracked: make(map[string]bool)}
	for _, name := range strings.Split(string(files), "\x00") {
		l.tracked[name] = true
	}
	l.hunks, err = parse(diff)
	return l, err
}

// Touched reports whether a range of lines of a file has a changed one, or may
// have: what git does not know, such as an untracked file, is new.
func (l *Lines) Touched(path string, from, to int) bool {
	rel, err := filepath.Rel(l.root, filepath.Join(resolved(filepath.Dir(path)), filepath.Base(path)))
	if err != nil || !l.tracked[filepath.ToSlash(rel)] {
		return true
	}
	for _, h := range l.hunks[filepath.ToSlash(rel)] {
		if from <= h.to && h.from <= to {
			return true
		}
	}
	return false
}

// resolved follows symbolic links, as git does for the root of a repository.
func resolved(dir string) string {
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		return real
	}
	return dir
}

type git struct {
	ctx context.Context
	dir string
}

// run runs git without anything that a repository could make it run.
func (g git) run(args ...string) ([]byte, error) {
	cmd := exec.CommandContext(g.ctx, "git", append([]string{"-c", "core.fsmonitor=false", "-c", "core.quotePath=true"}, args...)...)
	cmd.Dir = g.dir
	cmd.Env = append(os.Environ(), "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "GIT_LITERAL_PATHSPECS=", "GIT_EXTERNAL_DIFF=", "GIT_DIFF_OPTS=")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return nil, errors.New("-new-from needs git, which is not installed")
	case err != nil:
		message, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimSpace(stderr.String()), "fatal: "), "\n")
		return nil, fmt.Errorf("git %s: %s (%w)", args[0], message, err)
	}
	return out, nil
}
