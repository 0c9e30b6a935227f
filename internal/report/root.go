package report

import (
	"cmp"
	"os"
	"path/filepath"
	"strings"
)

// Root is the directory of the repository: the nearest around the working
// directory that git knows, or else that of its module.
func (s *Sources) Root() string {
	if s.root == "" {
		base := resolved(s.base)
		s.root = cmp.Or(around(base, ".git"), around(base, "go.mod"), base)
	}
	return s.root
}

// FromRoot is the name of a file relative to the repository, with slashes and
// without symbolic links; inside is false if it is not in the repository.
func (s *Sources) FromRoot(path string) (name string, inside bool) {
	if !filepath.IsAbs(path) {
		path = filepath.Join(s.base, path)
	}
	path = resolved(path)
	rel, err := filepath.Rel(s.Root(), path)
	if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return filepath.ToSlash(path), false
	}
	return filepath.ToSlash(rel), true
}

// resolved follows symbolic links, where there is something to follow.
func resolved(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	return path
}

// around returns the nearest directory, dir or one above it, that contains
// name.
func around(dir, name string) string {
	for {
		if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
			return dir
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return ""
		}
		dir = parent
	}
}
