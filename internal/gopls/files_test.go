package gopls

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// app returns the directory of a copy of the small application.
func app(t *testing.T) string { return copied(t, filepath.Join("testdata", "app")) }

// copied returns a new directory with what is in dir.
func copied(t *testing.T, dir string) string {
	t.Helper()
	to, err := filepath.EvalSymlinks(t.TempDir())
	if err == nil {
		err = os.CopyFS(to, os.DirFS(dir))
	}
	if err != nil {
		t.Fatal(err)
	}
	return to
}

// configure writes the configuration file in dir, or removes it.
func configure(t *testing.T, dir, text string) {
	t.Helper()
	name := filepath.Join(dir, ".sessionlint.yaml")
	err := os.WriteFile(name, []byte(text+"\n"), 0o666)
	if text == "" {
		err = os.Remove(name)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// goFiles returns the Go files below dir, relative to it.
func goFiles(t *testing.T, dir string) (names []string) {
	t.Helper()
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, entry fs.DirEntry, err error) error {
		if strings.HasSuffix(path, ".go") {
			names = append(names, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}
