package unit

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"os"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/sessionlint/sessionlint/internal/requires"
)

// A unit is a package under analysis.
type unit struct {
	cfg     *unitchecker.Config
	fset    *token.FileSet
	files   []*ast.File
	pkg     *types.Package
	info    *types.Info
	sizes   types.Sizes
	imports *importer
	facts   *facts

	roots   []*analysis.Analyzer
	actions map[*analysis.Analyzer]*action
}

// An action is one analyzer applied to the package.
type action struct {
	result      any
	err         error
	diagnostics []analysis.Diagnostic
}

// analyse runs the analyzers; if only facts are wanted, just those below them
// that have any.
func (u *unit) analyse(analyzers []*analysis.Analyzer) error {
	if err := u.check(); err != nil {
		return err
	}
	all := requires.All(analyzers)
	u.facts = newFacts(u.pkg, all)
	if err := u.facts.decode(u.cfg, u.imports.packages); err != nil {
		return err
	}
	u.roots = analyzers
	if u.cfg.VetxOnly {
		u.roots = requires.WithFacts(analyzers)
	}
	u.actions = make(map[*analysis.Analyzer]*action)
	for _, a := range u.roots {
		u.run(a)
	}
	return nil
}

// run applies an analyzer after those that it requires.
func (u *unit) run(a *analysis.Analyzer) *action {
	if act := u.actions[a]; act != nil {
		return act
	}
	act := &action{}
	u.actions[a] = act
	inputs := make(map[*analysis.Analyzer]any)
	for _, req := range a.Requires {
		need := u.run(req)
		if need.err != nil {
			act.err = need.err
			return act
		}
		inputs[req] = need.result
	}
	act.result, act.err = a.Run(u.pass(a, inputs, act))
	return act
}

func (u *unit) pass(a *analysis.Analyzer, inputs map[*analysis.Analyzer]any, act *action) *analysis.Pass {
	pass := &analysis.Pass{
		Analyzer: a, Fset: u.fset, Files: u.files, OtherFiles: u.cfg.NonGoFiles, IgnoredFiles: u.cfg.IgnoredFiles,
		Pkg: u.pkg, TypesInfo: u.info, TypesSizes: u.sizes, Module: u.module(), ResultOf: inputs,
		Report:   func(d analysis.Diagnostic) { act.diagnostics = append(act.diagnostics, d) },
		ReadFile: u.readFile,
	}
	u.facts.serve(pass)
	return pass
}

// module describes the module of the package. Go commands before 1.27 give
// its path and version only.
func (u *unit) module() *analysis.Module {
	if u.cfg.Module != nil || u.cfg.ModulePath == "" {
		return u.cfg.Module
	}
	return &analysis.Module{Path: u.cfg.ModulePath, Version: u.cfg.ModuleVersion, GoVersion: u.cfg.GoVersion}
}

// readFile reads a file of the package, and no other.
func (u *unit) readFile(name string) ([]byte, error) {
	for _, files := range [][]string{u.cfg.GoFiles, u.cfg.NonGoFiles, u.cfg.IgnoredFiles} {
		if slices.Contains(files, name) {
			return os.ReadFile(name)
		}
	}
	return nil, fmt.Errorf("%s is not a file of %s", name, u.cfg.ImportPath)
}

// A finding is a diagnostic of an analyzer that was asked for.
type finding struct {
	*analysis.Diagnostic
	analyzer string
	position token.Position
}

// findings returns what the analyzers reported, ordered as package driver does.
func (u *unit) findings() []finding {
	var list []finding
	for _, a := range u.roots {
		act := u.actions[a]
		if act.err != nil {
			continue
		}
		for i := range act.diagnostics {
			d := &act.diagnostics[i]
			list = append(list, finding{d, a.Name, u.fset.Position(d.Pos)})
		}
	}
	slices.SortStableFunc(list, func(a, b finding) int {
		return cmp.Or(
			cmp.Compare(a.position.Filename, b.position.Filename),
			cmp.Compare(a.position.Line, b.position.Line),
			cmp.Compare(a.position.Column, b.position.Column),
			cmp.Compare(a.analyzer, b.analyzer),
			cmp.Compare(a.Category, b.Category),
			cmp.Compare(a.Message, b.Message),
		)
	})
	return list
}

// failures returns the errors of analyzers, each once.
func (u *unit) failures() []error {
	seen := make(map[string]bool)
	var list []error
	for _, a := range u.roots {
		if err := u.actions[a].err; err != nil && !seen[err.Error()] {
			seen[err.Error()] = true
			list = append(list, err)
		}
	}
	return list
}
