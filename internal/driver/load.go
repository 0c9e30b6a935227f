package driver

import (
	"context"
	"errors"
	"fmt"
	"go/token"
	"os/exec"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"

	"github.com/sessionlint/sessionlint/internal/toolchain"
)

const (
	metadata = packages.NeedName | packages.NeedFiles | packages.NeedImports | packages.NeedDeps |
		packages.NeedModule | packages.NeedForTest
	syntax = packages.LoadSyntax | packages.NeedModule | packages.NeedForTest
)

// fileArgs is the path of a package that is given by its files.
const fileArgs = "command-line-arguments"

type loader struct {
	ctx      context.Context
	cfg      *Config
	fset     *token.FileSet
	problems []Problem
	blocked  map[string][]string // packages not analysed, by the one that does not compile

	tests      bool // test files matter
	ownModules []string
	libraries  []Module
}

// load returns the packages to analyse and report on, with syntax. Their own
// dependencies have syntax too and are reachable through Imports.
func (l *loader) load() ([]*packages.Package, error) {
	patterns := l.cfg.Patterns
	if len(patterns) == 0 {
		patterns = []string{"."}
	}
	if _, err := exec.LookPath("go"); err != nil {
		return nil, fmt.Errorf("the go command cannot be run, which finds and compiles packages: %w", err)
	}
	l.cfg.tell("loading " + strings.Join(patterns, " "))
	roots, err := l.packages(metadata, patterns)
	if err != nil {
		return nil, err
	}
	if l.cfg.Tests != nil && slices.ContainsFunc(roots, func(pkg *packages.Package) bool { return l.own(pkg) && l.cfg.Tests(pkg.Dir) }) {
		l.tests = true
		if roots, err = l.packages(metadata, patterns); err != nil {
			return nil, err
		}
	}
	if len(roots) == 0 {
		return nil, fmt.Errorf("no packages match %s", strings.Join(patterns, " "))
	}
	asked, paths := l.survey(roots)
	l.ownModules, l.libraries = l.modules(roots)
	if len(asked) == 0 && len(l.problems) == 0 {
		return nil, fmt.Errorf("no Go files in %s", strings.Join(patterns, " "))
	}
	if len(asked) == 0 {
		return nil, nil
	}
	if asked[fileArgs] {
		paths = patterns // the go command takes files or packages, not both
	}
	l.cfg.tell(fmt.Sprintf("loading %d packages", len(paths)))
	pkgs, err := l.packages(syntax, paths)
	if err != nil {
		return nil, err
	}
	if err := readable(pkgs); err != nil {
		return nil, err
	}
	l.tellLost(asked, roots, pkgs)
	pkgs = slices.DeleteFunc(pkgs, func(pkg *packages.Package) bool { return len(pkg.Syntax) == 0 || isTestMain(pkg) })
	chosen := l.choose(pkgs, asked)
	l.tellBlocked()
	prune(pkgs)
	return chosen, nil
}

func (l *loader) packages(mode packages.LoadMode, patterns []string) ([]*packages.Package, error) {
	var flags []string
	if l.cfg.Tags != "" {
		flags = []string{"-tags=" + l.cfg.Tags}
	}
	pkgs, err := packages.Load(&packages.Config{
		Context: l.ctx, Mode: mode, Dir: l.cfg.Dir, Fset: l.fset, BuildFlags: flags, Tests: l.tests,
	}, patterns...)
	if err != nil {
		return nil, said(err)
	}
	return pkgs, nil
}

// said returns what the go command says, without the words around it ("err: exit
// status 1: stderr: ") that only say how it was run.
func said(err error) error {
	if how, text, ok := strings.Cut(err.Error(), ": stderr: "); ok && strings.HasPrefix(how, "err: ") && strings.TrimSpace(text) != "" {
		return errors.New(strings.TrimSpace(text))
	}
	return err
}

// readable returns an error if the compiler wrote its export data in a format
// that is newer than this program: it would fail for every package.
func readable(pkgs []*packages.Package) (err error) {
	packages.Visit(pkgs, func(pkg *packages.Package) bool {
		for _, e := range pkg.Errors {
			if e.Kind == packages.UnknownError && toolchain.IsNewerFormat(e) {
				err = toolchain.ErrNewerFormat
			}
		}
		return err == nil
	}, nil)
	return err
}

// survey reads metadata: which packages are asked for, by ID, and the import
// paths of all own packages that they are made of.
func (l *loader) survey(roots []*packages.Package) (asked map[string]bool, paths []string) {
	asked = make(map[string]bool)
	var foreign []string
	for _, pkg := range roots {
		switch {
		case isTestMain(pkg):
		case len(pkg.Errors) > 0 && len(pkg.GoFiles) == 0:
			l.broken(pkg)
		case len(pkg.GoFiles) == 0: // all are excluded, or tests
		case l.own(pkg):
			asked[pkg.ID] = true
		default:
			foreign = append(foreign, pkg.PkgPath)
		}
	}
	if len(asked) == 0 && len(foreign) > 0 {
		l.problem(foreign[0], "belongs to another module, which is not analysed (-modules names further own modules)")
	}
	packages.Visit(roots, nil, func(pkg *packages.Package) {
		if len(pkg.GoFiles) > 0 && !isTestMain(pkg) && l.own(pkg) {
			paths = append(paths, pathOf(pkg))
		}
	})
	slices.Sort(paths)
	return asked, slices.Compact(paths)
}

// tellLost names what was asked for and is not listed a second time, with what it is
// made of: the go command may refuse a longer list for the sake of a module that
// only tests need.
func (l *loader) tellLost(asked map[string]bool, roots, pkgs []*packages.Package) {
	listed := make(map[string]bool)
	for _, pkg := range pkgs {
		listed[pathOf(pkg)] = true
	}
	for _, pkg := range roots {
		if path := pathOf(pkg); asked[pkg.ID] && !listed[path] {
			listed[path] = true
			l.problem(path, "the go command lists it, but not together with what it imports: go mod tidy may help")
		}
	}
}

// choose returns the packages to report on. A package that has tests inside
// exists twice, with them and without; as in go vet the former speaks for
// both, unless only the latter compiles.
func (l *loader) choose(pkgs []*packages.Package, asked map[string]bool) []*packages.Package {
	better := make(map[string]bool)
	for _, pkg := range pkgs {
		if asked[pkg.ID] && isWithTests(pkg) && !pkg.IllTyped {
			better[pkg.PkgPath] = true
		}
	}
	var chosen []*packages.Package
	for _, pkg := range pkgs {
		switch {
		case !asked[pkg.ID] || pkg.ID == pkg.PkgPath && better[pkg.PkgPath]:
		case pkg.IllTyped:
			l.illTyped(pkg)
		default:
			chosen = append(chosen, pkg)
		}
	}
	return chosen
}

func (l *loader) own(pkg *packages.Package) bool { return l.cfg.Own(pkg.Dir, pathOf(pkg)) }

// isWithTests reports whether pkg is the variant of a package that includes
// the test files of the same package.
func isWithTests(pkg *packages.Package) bool {
	return pkg.ForTest == pkg.PkgPath && pkg.ID != pkg.PkgPath
}

// isTestMain reports whether pkg is the main package that the go command
// generates to run tests.
func isTestMain(pkg *packages.Package) bool {
	return pkg.Name == "main" && strings.HasSuffix(pkg.ID, ".test") && pkg.ID == pkg.PkgPath &&
		!slices.ContainsFunc(pkg.GoFiles, func(file string) bool { return strings.HasPrefix(file, pkg.Dir) })
}

// pathOf returns the import path by which the go command finds the package,
// its variants and its tests.
func pathOf(pkg *packages.Package) string {
	if pkg.ForTest != "" && strings.HasSuffix(pkg.PkgPath, "_test") {
		return pkg.ForTest
	}
	return pkg.PkgPath
}
