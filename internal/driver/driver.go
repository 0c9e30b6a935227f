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
	"golang.org/x/tools/go/analysis/checker"
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

	graph *checker.Graph
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
	graph, err := checker.Analyze(slices.Concat(cfg.Analyzers, cfg.Also), asked, nil)
	if err != nil {
		return nil, err
	}
	res := &Result{Fset: l.fset, Packages: len(asked), Problems: l.problems, Files: make(map[string][]string)}
	res.Own, res.Libraries, res.graph = l.ownModules, l.libraries, graph
	for _, pkg := range asked {
		res.Files[pathOf(pkg)] = append(res.Files[pathOf(pkg)], pkg.GoFiles...)
	}
	for _, act := range graph.Roots {
		if act.Err == nil && !slices.Contains(cfg.Also, act.Analyzer) {
			res.Sites = append(res.Sites, sitesOf(l.fset, act)...)
		}
	}
	res.Sites = ordered(res.Sites)
	res.Problems = slices.Compact(append(res.Problems, failures(graph)...))
	return res, nil
}

func (cfg *Config) tell(step string) {
	if cfg.Progress != nil {
		cfg.Progress(step)
	}
}

// failures lists the rules that failed, each with its first cause only.
// Analyzers skip packages that do not compile; the loader has said so already.
func failures(graph *checker.Graph) []Problem {
	seen := make(map[string]bool)
	var list []Problem
	for act := range graph.All() {
		if act.Err == nil || act.Package.IllTyped || slices.ContainsFunc(act.Deps, failed) || seen[act.Err.Error()] {
			continue
		}
		seen[act.Err.Error()] = true
		list = append(list, Problem{Package: act.Package.PkgPath, Message: fmt.Sprintf("%s: %v", act.Analyzer.Name, act.Err)})
	}
	slices.SortFunc(list, Problem.compare)
	return list
}

func failed(act *checker.Action) bool { return act.Err != nil }

// prune forgets the imports that are not analysed themselves, because
// [checker.Analyze] would look for syntax in them to compute facts.
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
