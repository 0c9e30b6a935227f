package baseline

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A file system that is full leaves the old file whole.
func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=64k"); err != nil {
		t.Skip(err)
	}
	defer syscall.Unmount(dir, 0)
	name := filepath.Join(dir, "b.json")
	old := write(t, name, list())
	big := list()
	for i := range big {
		big[i].Message = strings.Repeat("x", 100<<10)
	}
	if err := Write(name, big); err == nil {
		t.Error("no error")
	}
	if text, err := os.ReadFile(name); err != nil || string(text) != old {
		t.Errorf("%q %v", text, err)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
		t.Errorf("%v %v", entries, err)
	}
}
