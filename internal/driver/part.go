package driver

import (
	"cmp"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"
)

// A Part is what an analyzer found out about one of the packages that were
// asked for.
type Part struct {
	Path  string
	id    string // of the variant of the package
	Value any
}

// Parts returns the results of an analyzer of Config.Also, by package. Reports
// about the whole program read the results of passes through it.
func (r *Result) Parts(a *analysis.Analyzer) []Part {
	parts := slices.Clone(r.parts[a])
	slices.SortStableFunc(parts, func(a, b Part) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.id, b.id))
	})
	return parts
}

// A Module is a module that own packages import directly.
type Module struct{ Path, Version string }

// modules lists them, and the modules of own packages.
func (l *loader) modules(roots []*packages.Package) (own []string, libraries []Module) {
	packages.Visit(roots, nil, func(pkg *packages.Package) {
		if pkg.Module == nil || !l.own(pkg) {
			return
		}
		own = append(own, pkg.Module.Path)
		for _, imported := range pkg.Imports {
			if m := imported.Module; m != nil && !l.own(imported) {
				libraries = append(libraries, Module{m.Path, m.Version})
			}
		}
	})
	slices.Sort(own)
	slices.SortFunc(libraries, func(a, b Module) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Version, b.Version))
	})
	return slices.Compact(own), slices.Compact(libraries)
}
