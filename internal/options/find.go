package options

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/sessionlint/sessionlint/internal/own"
)

// FileName is the name of the configuration file.
const FileName = ".sessionlint.yaml"

// maxSize is the size of the largest configuration file we read.
const maxSize = 1 << 20

// Find returns the configuration file for the package in dir: the nearest one
// between dir and the root of its module, or of its repository if there is no
// module.
func Find(dir string) (path string, ok bool) {
	root := boundary(dir)
	for {
		path = filepath.Join(dir, FileName)
		if _, err := os.Lstat(path); err == nil {
			return path, true
		}
		if dir == root || dir == filepath.Dir(dir) {
			return "", false
		}
		dir = filepath.Dir(dir)
	}
}

// boundary returns the directory above which nothing is read.
func boundary(dir string) string {
	if root, ok := own.ModuleRoot(dir); ok {
		return root
	}
	for up := dir; ; up = filepath.Dir(up) {
		for _, mark := range []string{".git", ".hg", ".svn", ".jj"} {
			if _, err := os.Lstat(filepath.Join(up, mark)); err == nil {
				return up
			}
		}
		if up == filepath.Dir(up) {
			return up
		}
	}
}

// Read returns the content of the configuration file at path. Symbolic links
// that lead out of the module, devices and very large files are refused.
func Read(path string) ([]byte, error) {
	dir, err := filepath.Abs(filepath.Dir(path))
	if err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(boundary(dir))
	if err != nil {
		return nil, err
	}
	defer root.Close()
	name, err := filepath.Rel(root.Name(), filepath.Join(dir, filepath.Base(path)))
	if err != nil {
		return nil, err
	}
	info, err := root.Stat(name)
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s: %w", path, reason(err))
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s: not a regular file", path)
	}
	file, err := root.Open(name)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, reason(err))
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, maxSize+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s: %w", path, reason(err))
	case len(data) > maxSize:
		return nil, fmt.Errorf("%s: larger than 1 MiB", path)
	}
	return data, nil
}

// reason is the error without the operation and path that os puts before it.
func reason(err error) error {
	if e := (*os.PathError)(nil); errors.As(err, &e) {
		return e.Err
	}
	return err
}
