package live

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// maxSize is the size of the largest configuration file that is looked into.
const maxSize = 1 << 20

// files are the configuration files of a workspace: those that exist and the
// places where one may appear.
type files struct {
	name   string
	dirs   map[string]bool
	folder string // one of the workspace
	last   string
}

func newFiles(name string) *files {
	return &files{name: name, dirs: map[string]bool{}}
}

// addFolder adds the directories in folder that have a configuration file or
// are the root of a module, and what holds for all of folder.
func (f *files) addFolder(folder string) {
	if folder == "" {
		return
	}
	f.folder = folder
	f.addAbove(folder)
	_ = filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		switch name := entryName(entry); {
		case err != nil && path == folder:
			return err
		case err != nil:
			return nil
		case entry.IsDir() && path != folder && (strings.HasPrefix(name, ".") || name == "node_modules" || name == "vendor"):
			return filepath.SkipDir
		case name == f.name, name == "go.mod":
			f.dirs[filepath.Dir(path)] = true
		}
		return nil
	})
}

func entryName(entry fs.DirEntry) string {
	if entry == nil {
		return ""
	}
	return entry.Name()
}

// addAbove adds the directories from dir up to the root of its module.
func (f *files) addAbove(dir string) {
	for up := dir; filepath.IsAbs(up); up = filepath.Dir(up) {
		f.dirs[up] = true
		if _, err := os.Stat(filepath.Join(up, "go.mod")); err == nil || up == filepath.Dir(up) {
			return
		}
	}
}

// look returns a word for the state of the files, and whether one was changed,
// created or removed since it was called before.
func (f *files) look() (state string, differs bool) {
	hash := sha256.New()
	for _, dir := range slices.Sorted(maps.Keys(f.dirs)) {
		addFile(hash, filepath.Join(dir, f.name))
	}
	before := f.last
	f.last = hex.EncodeToString(hash.Sum(nil)[:8])
	return f.last, f.last != before
}

// addFile adds path, time and content of a file to a hash. The time is needed:
// a package that is analysed after a file changed and before we see that is
// cached with the state before, which must therefore never come back.
func addFile(hash io.Writer, path string) {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxSize {
		return
	}
	data, err := os.ReadFile(path)
	fmt.Fprintf(hash, "%q %d %q %v\n", path, info.ModTime().UnixNano(), data, err)
}

// reload is the message on which gopls loads the workspace anew.
func (f *files) reload() []byte {
	type change struct {
		URI  string `json:"uri"`
		Type int    `json:"type"`
	}
	const changed = 2
	uri := fileURI(filepath.Join(f.folder, "vendor", "modules.txt"))
	return encode("workspace/didChangeWatchedFiles", map[string]any{"changes": []change{{uri, changed}}})
}
