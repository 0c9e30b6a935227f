package linttest

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/packages"

	"github.com/sessionlint/sessionlint/internal/own"
)

const (
	metadata = packages.NeedName | packages.NeedFiles | packages.NeedImports | packages.NeedDeps
	syntax   = packages.LoadSyntax | packages.NeedModule
)

// loaded remembers the programs of this test binary: loading is by far the
// most expensive step, and its result is never changed.
var loaded sync.Map // of func() ([]*packages.Package, error), by folder and patterns

func loadOnce(dir string, patterns []string) ([]*packages.Package, error) {
	once, _ := loaded.LoadOrStore(dir+" "+strings.Join(patterns, " "), sync.OnceValues(func() ([]*packages.Package, error) {
		return load(dir, patterns, nil)
	}))
	return once.(func() ([]*packages.Package, error))()
}

// load returns the packages that match the patterns, ready for
// checker.Analyze: own packages from source, all others from export data. The
// overlay replaces the content of files.
func load(dir string, patterns []string, overlay map[string][]byte) ([]*packages.Package, error) {
	paths, asked, err := survey(dir, patterns, overlay)
	if err != nil {
		return nil, err
	}
	all, err := packages.Load(&packages.Config{Mode: syntax, Dir: dir, Tests: true, Overlay: overlay}, paths...)
	if err != nil {
		return nil, err
	}
	all = slices.DeleteFunc(all, isTestMain)
	if err := compileErrors(all); err != nil {
		return nil, err
	}
	full := map[*packages.Package]bool{}
	for _, pkg := range all {
		full[pkg] = true
	}
	for _, pkg := range all {
		for path, imported := range pkg.Imports {
			if !full[imported] {
				delete(pkg.Imports, path) // checker.Analyze wants syntax for all it knows
			}
		}
	}
	return slices.DeleteFunc(all, func(pkg *packages.Package) bool { return !asked[pkg.ID] }), nil
}

// survey returns the import paths of all own packages that the patterns need,
// and which packages, by ID, the patterns themselves match.
func survey(dir string, patterns []string, overlay map[string][]byte) (paths []string, asked map[string]bool, err error) {
	roots, err := packages.Load(&packages.Config{Mode: metadata, Dir: dir, Tests: true, Overlay: overlay}, patterns...)
	if err != nil {
		return nil, nil, err
	}
	asked = map[string]bool{}
	for _, pkg := range roots {
		asked[pkg.ID] = true
	}
	packages.Visit(roots, nil, func(pkg *packages.Package) {
		// Variants for tests come with the package they are made of.
		if pkg.ID == pkg.PkgPath && !isTestMain(pkg) && len(pkg.GoFiles) > 0 && own.Dir(pkg.Dir) {
			paths = append(paths, pkg.PkgPath)
		}
	})
	if len(paths) == 0 {
		return nil, nil, fmt.Errorf("no packages in %s match %s", dir, strings.Join(patterns, " "))
	}
	slices.Sort(paths)
	return paths, asked, nil
}

func isTestMain(pkg *packages.Package) bool {
	return pkg.Name == "main" && strings.HasSuffix(pkg.ID, ".test")
}

func compileErrors(pkgs []*packages.Package) error {
	var errs []error
	packages.Visit(pkgs, nil, func(pkg *packages.Package) {
		for _, e := range pkg.Errors {
			errs = append(errs, e)
		}
	})
	return errors.Join(errs...)
}
