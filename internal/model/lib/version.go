package lib

import (
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/semver"
)

// Version returns the version of the module that a package of the program
// under analysis comes from. It is read from where the package's objects are
// declared: in the module cache the path says it, below a vendor directory
// modules.txt does. A package of a local directory has no version.
func Version(fset *token.FileSet, pkg *types.Package) (string, bool) {
	file, ok := declaredIn(fset, pkg)
	if !ok {
		return "", false
	}
	if v, ok := cacheVersion(file); ok {
		return v, true
	}
	return vendorVersion(file, pkg.Path())
}

// declaredIn returns the file of some exported object of the package.
func declaredIn(fset *token.FileSet, pkg *types.Package) (string, bool) {
	scope := pkg.Scope()
	for _, name := range scope.Names() {
		obj := scope.Lookup(name)
		if !obj.Exported() || obj.Pkg() != pkg || !obj.Pos().IsValid() {
			continue
		}
		if file := fset.PositionFor(obj.Pos(), false).Filename; file != "" {
			return filepath.ToSlash(file), true
		}
	}
	return "", false
}

// cacheVersion finds the last path element of the form name@version.
func cacheVersion(file string) (string, bool) {
	elems := strings.Split(file, "/")
	for i := len(elems) - 1; i >= 0; i-- {
		if _, v, ok := strings.Cut(elems[i], "@"); ok && semver.IsValid(v) {
			return v, true
		}
	}
	return "", false
}

// vendorVersion reads the modules.txt of the vendor directory the file is in.
func vendorVersion(file, pkgPath string) (string, bool) {
	i := strings.LastIndex(file, "/vendor/")
	if i < 0 {
		return "", false
	}
	list, err := os.ReadFile(filepath.FromSlash(file[:i] + "/vendor/modules.txt"))
	if err != nil {
		return "", false
	}
	return vendored(string(list), pkgPath)
}

// vendored finds the module of a package in the text of a modules.txt, where
// "# path version" or "# path version => path version" precedes its packages.
func vendored(list, pkgPath string) (string, bool) {
	version := ""
	for line := range strings.Lines(list) {
		line = strings.TrimSpace(line)
		if module, ok := strings.CutPrefix(line, "# "); ok {
			words := strings.Fields(module)
			version = words[len(words)-1]
		} else if line == pkgPath {
			return version, semver.IsValid(version)
		}
	}
	return "", false
}

// moduleVersion returns the version of a module that the package belongs to
// or imports, directly or not.
func moduleVersion(fset *token.FileSet, from *types.Package, module string) (string, bool) {
	seen := map[*types.Package]bool{}
	queue := []*types.Package{from}
	for len(queue) > 0 {
		pkg := queue[0]
		queue = queue[1:]
		if seen[pkg] {
			continue
		}
		seen[pkg] = true
		if pkg.Path() == module || strings.HasPrefix(pkg.Path(), module+"/") {
			if v, ok := Version(fset, pkg); ok {
				return v, true
			}
		}
		queue = append(queue, pkg.Imports()...)
	}
	return "", false
}
