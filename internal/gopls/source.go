package gopls

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"

	"golang.org/x/mod/modfile"
)

// ModulePath is the module that has the rules.
const ModulePath = "github.com/sessionlint/sessionlint"

// A Source is where the rules come from: a released module, or a directory.
type Source struct {
	Version string // "v1.2.3"
	Dir     string // instead
}

// String returns the source as a person would call it.
func (s Source) String() string {
	if s.Dir != "" {
		return s.Dir
	}
	return ModulePath + " " + s.Version
}

// SourceOf returns the source of this program: the release it was installed
// from, or for a development build the directory it was built in. A directory
// that is given wins.
func SourceOf(dir string) (Source, error) {
	if dir != "" {
		dir, err := filepath.Abs(dir)
		if err != nil {
			return Source{}, err
		}
		return Source{Dir: dir}, checkModule(dir)
	}
	info, ok := debug.ReadBuildInfo()
	if version, released := release(info, ok); released {
		return Source{Version: version}, nil
	}
	_, file, _, _ := runtime.Caller(0)
	dir = filepath.Dir(filepath.Dir(filepath.Dir(file)))
	if !filepath.IsAbs(dir) || checkModule(dir) != nil {
		return Source{}, fmt.Errorf("this is a development build and its source is gone: give the directory of %s with -module DIR", ModulePath)
	}
	return Source{Dir: dir}, nil
}

// release returns the version of our module that this program was built from,
// if the go command got it from a proxy: only then it has a checksum.
func release(info *debug.BuildInfo, ok bool) (version string, released bool) {
	if !ok || info.Main.Path != ModulePath || info.Main.Replace != nil || info.Main.Sum == "" {
		return "", false
	}
	return info.Main.Version, true
}

// checkModule reports an error if dir is not the root of our module.
func checkModule(dir string) error {
	data, err := os.ReadFile(filepath.Join(dir, "go.mod"))
	if err != nil {
		return fmt.Errorf("-module: %w", err)
	}
	if path := modfile.ModulePath(data); path != ModulePath {
		return fmt.Errorf("-module: %s is module %s, not %s", dir, path, ModulePath)
	}
	return nil
}
