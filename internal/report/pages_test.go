package report

import (
	"os"
	"path/filepath"
	"testing"
)

// TestPages: lines of pages and scripts are shown, if they are below the
// directory of the run.
func TestPages(t *testing.T) {
	outer := t.TempDir()
	dir := filepath.Join(outer, "m")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"m/page.html", "m/app.js", "m/secret.txt", "page.html"} {
		if err := os.WriteFile(filepath.Join(outer, filepath.FromSlash(name)), []byte("one\ntwo\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	s := NewSources(dir)
	for path, want := range map[string]string{"page.html": "two", "app.js": "two", "secret.txt": "", "../page.html": ""} {
		if got := s.Line(filepath.Join(dir, filepath.FromSlash(path)), 2); got != want {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
	}
	if err := os.Symlink(filepath.Join(outer, "page.html"), filepath.Join(dir, "link.html")); err == nil && s.Line(filepath.Join(dir, "link.html"), 1) != "" {
		t.Error("a link out of the directory is read")
	}
}
