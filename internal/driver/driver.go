// Package driver runs analyzers in this process on the packages that a user
// names: the metadata of everything first, then the syntax of own packages
// only, the types of all others from the compiler's export data.
//
// Facts therefore travel among own packages and nowhere else, exactly as in
// the unit runner of package unit, so that both find the same.
package driver

import (
	"context"
	"fmt"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"
)

// Config says what to run on what.
type Config struct {
	Dir       string   // where patterns are resolved; "" is the current directory
	Patterns  []string // as the go command has them; none means the package here
	Tags      string   // build tags, comma-separated
	Analyzers []*analysis.Analyzer
	Also      []*analysis.Analyzer // whose results Parts returns; they are no rules

	// Own reports whether the package in a directory, with an import path,
	// is one of the user's own.
	Own func(dir, path string) bool

	// Tests, if set, reports whether the test files of the package in a directory
	// matter. Without it, or if none do, they are not even loaded.
	Tests func(dir string) bool

	// Progress, if set, is told what happens next.
	Progress func(step string)
}

// A Result is what one run found.
type Result struct {
	Fset     *token.FileSet
	Packages int       // number of packages that were analysed
	Sites    []*Site   // ordered by file, line, column and rule
	Problems []Problem // why something that was asked could not be answered

	Files map[string][]string // of the packages that were analysed, by import path

	Own       []string // paths of the user's own modules
	Libraries []Module // that own packages import directly

	parts map[*analysis.Analyzer][]Part // of Config.Also
}

// Run loads and analyses. The error says why nothing could be done at all;
// what went wrong with single packages or rules is in Result.Problems.
func Run(ctx context.Context, cfg *Config) (*Result, error) {
	l := &loader{ctx: ctx, cfg: cfg, fset: token.NewFileSet(), blocked: make(map[string][]string)}
	asked, err := l.load()
	if err != nil {
		return nil, err
	}
	cfg.tell(fmt.Sprintf("analysing %d packages", len(asked)))
	roots := slices.Concat(cfg.Analyzers, cfg.Also)
	if err := analysis.Validate(roots); err != nil {
		return nil, err
	}
	res := &Result{Fset: l.fset, Packages: len(asked), Problems: l.problems, Files: make(map[string][]string)}
	res.Own, res.Libraries, res.parts = l.ownModules, l.libraries, make(map[*analysis.Analyzer][]Part)
	for _, pkg := range asked {
		res.Files[pathOf(pkg)] = append(res.Files[pathOf(pkg)], pkg.GoFiles...)
	}
	jobs := (&executor{roots: roots}).execute(asked, res.keeper(cfg.Also))
	for i, a := range roots {
		for _, j := range jobs {
			res.take(a, i, j)
		}
	}
	res.Sites = ordered(res.Sites)
	res.Problems = slices.Compact(append(res.Problems, failures(jobs)...))
	return res, nil
}

func (cfg *Config) tell(step string) {
	if cfg.Progress != nil {
		cfg.Progress(step)
	}
}

// keeper says what is kept of a package: the sites of rules, the results of
// those beside them.
func (r *Result) keeper(also []*analysis.Analyzer) func(*job, *analysis.Analyzer, *action) ([]*Site, any) {
	return func(j *job, a *analysis.Analyzer, act *action) ([]*Site, any) {
		switch {
		case act.err != nil:
			return nil, nil
		case slices.Contains(also, a):
			return nil, act.result
		}
		return sitesOf(r.Fset, j.pkg, a, act), nil
	}
}

// take takes what the analyzer with some index found in a package.
func (r *Result) take(a *analysis.Analyzer, index int, j *job) {
	if !j.asked {
		return
	}
	r.Sites = append(r.Sites, j.sites[index]...)
	if part := j.parts[index]; part != nil {
		r.parts[a] = append(r.parts[a], Part{pathOf(j.pkg), j.pkg.ID, part})
	}
}

// failures lists the rules that failed, each with its first cause only.
// Analyzers skip packages that do not compile; the loader has said so already.
func failures(jobs []*job) []Problem {
	seen := make(map[string]bool)
	var list []Problem
	for _, j := range jobs {
		for _, p := range j.problems {
			if !seen[p.Message] {
				seen[p.Message] = true
				list = append(list, p)
			}
		}
	}
	slices.SortFunc(list, Problem.compare)
	return list
}

// prune forgets the imports that are not analysed themselves, because
// they have no syntax to compute facts from.
func prune(pkgs []*packages.Package) {
	full := make(map[*packages.Package]bool)
	for _, pkg := range pkgs {
		full[pkg] = true
	}
	for _, pkg := range pkgs {
		for path, imp := range pkg.Imports {
			if !full[imp] {
				delete(pkg.Imports, path)
			}
		}
	}
}
