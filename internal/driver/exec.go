package driver

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"os"
	"runtime"
	"slices"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/sessionlint/sessionlint/internal/requires"
)

// An executor applies analyzers to packages, each as soon as those that it
// imports have published their facts, and as many at a time as there are
// processors. What a package needs to be analysed (its syntax, its SSA form,
// the results of passes) lives no longer than its analysis.
//
// go/analysis/checker would keep all of it until the last package is done.
type executor struct {
	roots  []*analysis.Analyzer // asked for
	facts  *facts
	slots  chan struct{}
	ground []*analysis.Analyzer // what packages that are not reported on need: analyzers with facts
	jobs   map[*packages.Package]*job
}

// A job is one package under analysis.
type job struct {
	pkg     *packages.Package
	asked   bool // and reported on
	imports []*job
	done    chan struct{}

	mu      sync.Mutex
	actions map[*analysis.Analyzer]*action // until the package is done
	failed  map[*analysis.Analyzer]bool    // these did not publish all facts

	outcome
}

// An outcome is what is left of a job.
type outcome struct {
	sites    [][]*Site // by root
	parts    []any     // likewise
	problems []Problem
}

// An action is an analyzer on a package.
type action struct {
	once        sync.Once
	result      any
	err         error
	diagnostics []analysis.Diagnostic
}

// errFailed is the error of an action that lacks what another should deliver.
var errFailed = errors.New("failed prerequisites")

// execute runs the analyzers on the packages. Those behind reports have their
// sites taken, the results of the others are parts.
func (x *executor) execute(asked []*packages.Package, keep func(*job, *analysis.Analyzer, *action) ([]*Site, any)) []*job {
	runtime.GC() // what loading left over: otherwise the heap grows beside it, by a tenth
	x.slots, x.jobs = make(chan struct{}, runtime.GOMAXPROCS(0)), make(map[*packages.Package]*job)
	x.facts = &facts{of: make(map[factKey]analysis.Fact)}
	x.ground = requires.WithFacts(x.roots)
	var order []*job
	for _, pkg := range asked {
		order = x.plan(pkg, order)
	}
	var list []*job
	for _, pkg := range asked {
		x.jobs[pkg].asked = true
		list = append(list, x.jobs[pkg])
	}
	var all sync.WaitGroup
	for _, j := range order { // a job waits only for those before it
		all.Go(func() {
			for _, imported := range j.imports {
				<-imported.done
			}
			x.slots <- struct{}{}
			x.analyse(j, keep)
			<-x.slots
			close(j.done)
		})
	}
	all.Wait()
	// Problems in the order of packages, whoever was first.
	for i, j := range order {
		if !j.asked && len(j.problems) > 0 {
			list = append(list, order[i])
		}
	}
	return list
}

// plan appends the jobs of pkg and its imports to order, imports first.
func (x *executor) plan(pkg *packages.Package, order []*job) []*job {
	if x.jobs[pkg] != nil {
		return order
	}
	j := &job{pkg: pkg, done: make(chan struct{}), actions: make(map[*analysis.Analyzer]*action), failed: make(map[*analysis.Analyzer]bool)}
	x.jobs[pkg] = j
	for _, path := range slices.Sorted(maps.Keys(pkg.Imports)) {
		order = x.plan(pkg.Imports[path], order)
		j.imports = append(j.imports, x.jobs[pkg.Imports[path]])
	}
	return append(order, j)
}

// analyse runs all analyzers on one package, takes what they found, and lets
// go of everything else.
func (x *executor) analyse(j *job, keep func(*job, *analysis.Analyzer, *action) ([]*Site, any)) {
	roots := x.ground
	if j.asked {
		roots = x.roots
	}
	x.all(j, roots)
	for _, a := range requires.All(roots) {
		if act := j.actions[a]; act.err != nil {
			j.failed[a] = true
			if !errors.Is(act.err, errFailed) && !j.pkg.IllTyped {
				j.problems = append(j.problems, Problem{Package: j.pkg.PkgPath, Message: fmt.Sprintf("%s: %v", a.Name, act.err)})
			}
		}
	}
	if j.asked {
		for _, a := range roots {
			sites, part := keep(j, a, j.actions[a])
			j.sites, j.parts = append(j.sites, sites), append(j.parts, part)
		}
	}
	j.actions, j.pkg.Syntax, j.pkg.TypesInfo = nil, nil, nil
}

// all runs analyzers on a package, side by side.
func (x *executor) all(j *job, analyzers []*analysis.Analyzer) {
	var group sync.WaitGroup
	for _, a := range analyzers {
		group.Go(func() { x.run(j, a) })
	}
	group.Wait()
}

// run applies an analyzer after those that it requires.
func (x *executor) run(j *job, a *analysis.Analyzer) *action {
	j.mu.Lock()
	act := j.actions[a]
	if act == nil {
		act = new(action)
		j.actions[a] = act
	}
	j.mu.Unlock()
	act.once.Do(func() { act.result, act.err = x.apply(j, a, act) })
	return act
}

func (x *executor) apply(j *job, a *analysis.Analyzer, act *action) (any, error) {
	x.all(j, a.Requires)
	inputs := make(map[*analysis.Analyzer]any)
	for _, req := range a.Requires {
		need := x.run(j, req)
		if need.err != nil {
			return nil, errFailed
		}
		inputs[req] = need.result
	}
	if len(a.FactTypes) > 0 && slices.ContainsFunc(j.imports, func(imported *job) bool { return imported.failed[a] }) {
		return nil, errFailed
	}
	if j.pkg.IllTyped && !a.RunDespiteErrors {
		return nil, errors.New("analysis skipped due to errors in package")
	}
	return a.Run(x.pass(j, a, inputs, act))
}

func (x *executor) pass(j *job, a *analysis.Analyzer, inputs map[*analysis.Analyzer]any, act *action) *analysis.Pass {
	pkg := j.pkg
	pass := &analysis.Pass{
		Analyzer: a, Fset: pkg.Fset, Files: pkg.Syntax, OtherFiles: pkg.OtherFiles, IgnoredFiles: pkg.IgnoredFiles,
		Pkg: pkg.Types, TypesInfo: pkg.TypesInfo, TypesSizes: pkg.TypesSizes, TypeErrors: pkg.TypeErrors, Module: module(pkg.Module),
		ResultOf: inputs,
		Report: func(d analysis.Diagnostic) {
			tidy(d.SuggestedFixes)
			act.diagnostics = append(act.diagnostics, d)
		},
		ReadFile: func(name string) ([]byte, error) {
			if !slices.Contains(slices.Concat(pkg.GoFiles, pkg.OtherFiles, pkg.IgnoredFiles), name) {
				return nil, fmt.Errorf("%s is not a file of %s", name, pkg.PkgPath)
			}
			return os.ReadFile(name)
		},
	}
	x.facts.serve(pass)
	return pass
}

// module describes a module to analyzers, which get an empty one where there
// is none.
func module(m *packages.Module) *analysis.Module {
	if m == nil {
		return new(analysis.Module)
	}
	described := &analysis.Module{
		Path: m.Path, Version: m.Version, Time: m.Time, Main: m.Main, Indirect: m.Indirect, Dir: m.Dir, GoMod: m.GoMod, GoVersion: m.GoVersion,
	}
	if m.Replace != nil {
		described.Replace = module(m.Replace)
	}
	if m.Error != nil {
		described.Error = &analysis.ModuleError{Err: m.Error.Err}
	}
	return described
}

// tidy orders the edits of fixes and gives insertions an end.
func tidy(fixes []analysis.SuggestedFix) {
	for _, fix := range fixes {
		for i := range fix.TextEdits {
			edit := &fix.TextEdits[i]
			edit.End = cmp.Or(edit.End, edit.Pos)
		}
		slices.SortStableFunc(fix.TextEdits, func(a, b analysis.TextEdit) int {
			return cmp.Or(cmp.Compare(a.Pos, b.Pos), cmp.Compare(a.End, b.End))
		})
	}
}
