// Package own tells the packages of the project from foreign ones.
//
// Own packages are analysed and exchange facts; foreign ones (the standard
// library, the module cache, vendor) are modelled or unknown, never analysed.
// The decision looks at directories only, because a version says nothing: a
// module that a replace directive or go.work brings in has one and is own.
package own

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// Is reports whether the package of the pass is own: by its directory, or
// because one of the module patterns matches its path.
func Is(pass *analysis.Pass, modules []string) bool {
	dir := PackageDir(pass)
	return dir != "" && Package(dir, pass.Pkg.Path(), modules)
}

// Package is Is for runners that know a package by directory and import path.
// The standard library is foreign unless the patterns name its module, std.
func Package(dir, path string, modules []string) bool {
	if inGOROOT(dir) {
		return slices.Contains(modules, "std") && !inVendor(dir)
	}
	return Dir(dir) || Match(modules, path)
}

// Dir reports whether the packages in dir are own: dir is not below
// GOROOT/src, not in a module cache, not vendored and not of another Bazel
// repository.
func Dir(dir string) bool {
	return !inModuleCache(dir) && !inVendor(dir) && !inGOROOT(dir) && !inBazelRepository(dir)
}

// versioned matches the directory of a module in a module cache.
var versioned = regexp.MustCompile(`^[^@]+@v[0-9]`)

func inModuleCache(dir string) bool {
	for _, element := range strings.Split(filepath.ToSlash(dir), "/") {
		if versioned.MatchString(element) {
			return true
		}
	}
	return false
}

// inVendor reports whether dir is below a directory called vendor that belongs
// to a module or workspace. A home directory of that name does not count.
func inVendor(dir string) bool {
	for _, up := range ancestors(dir) {
		if filepath.Base(up) != "vendor" {
			continue
		}
		if exists(up, "modules.txt") || exists(up, "..", "go.mod") || exists(up, "..", "go.work") {
			return true
		}
	}
	return false
}

// inGOROOT reports whether dir is below the src directory of a Go
// distribution, be it the one in use, another toolchain or a copy.
// runtime.GOROOT would only know the one this program was built with.
func inGOROOT(dir string) bool {
	for _, up := range ancestors(dir) {
		if filepath.Base(up) == "src" && exists(up, "runtime", "proc.go") && exists(up, "builtin", "builtin.go") {
			return true
		}
	}
	return false
}

// ancestors returns dir and the directories above it, innermost first.
func ancestors(dir string) []string {
	var list []string
	for dir = filepath.Clean(dir); ; dir = filepath.Dir(dir) {
		list = append(list, dir)
		if dir == filepath.Dir(dir) {
			return list
		}
	}
}

func exists(elements ...string) bool {
	_, err := os.Stat(filepath.Join(elements...))
	return err == nil
}
