package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"text/tabwriter"
)

// A change is how many findings a rule gained and lost, and how many of its
// sites are unknown in the old and the new build.
type change struct{ added, removed, before, after int }

// compare prints which findings a new build adds and removes on every module
// below some folders.
func compare(args []string, out io.Writer) error {
	flags, extra := newFlags("compare")
	old := flags.String("old", "", "a build")
	next := flags.String("new", "", "the build to compare with it")
	if err := flags.Parse(args); err != nil || *old == "" || *next == "" || flags.NArg() == 0 {
		return errors.Join(err, errUsage)
	}
	changes := map[string]*change{}
	for _, root := range flags.Args() {
		modules, err := modulesBelow(root)
		if err != nil {
			return err
		}
		for _, dir := range modules {
			if err := compareModule(*old, *next, root, dir, extra(), changes, out); err != nil {
				fmt.Fprintf(out, "! %v\n", err) // the others still count
			}
		}
	}
	return summarize(changes, out)
}

// modulesBelow lists the directories with a go.mod, in order, but those of
// vendored and test code.
func modulesBelow(root string) ([]string, error) {
	var dirs []string
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		switch name := entry.Name(); {
		case entry.IsDir() && slices.Contains([]string{"vendor", "testdata", "node_modules", ".git"}, name):
			return filepath.SkipDir
		case !entry.IsDir() && name == "go.mod":
			dirs = append(dirs, filepath.Dir(path))
		}
		return nil
	})
	if err == nil && len(dirs) == 0 {
		err = fmt.Errorf("no module below %s", root)
	}
	return dirs, err
}

func compareModule(old, next, root, dir string, flags []string, changes map[string]*change, out io.Writer) error {
	sub, err := filepath.Rel(root, dir)
	if err != nil {
		return err
	}
	sub = filepath.ToSlash(filepath.Join(filepath.Base(root), sub))
	a, err := analyse(old, dir, sub, flags, []string{"./..."})
	if err != nil {
		return err
	}
	b, err := analyse(next, dir, sub, flags, []string{"./..."})
	if err != nil {
		return err
	}
	of := func(rule string) *change {
		if changes[rule] == nil {
			changes[rule] = new(change)
		}
		return changes[rule]
	}
	for _, f := range missing(a.findings, b.findings) {
		of(f.Rule).removed++
		fmt.Fprintf(out, "- %s\n", f)
	}
	for _, f := range missing(b.findings, a.findings) {
		of(f.Rule).added++
		fmt.Fprintf(out, "+ %s\n", f)
	}
	for d, n := range a.doubts {
		of(d.rule).before += n
	}
	for d, n := range b.doubts {
		of(d.rule).after += n
	}
	return nil
}

// missing returns the findings of a that b lacks. Both are sorted.
func missing(a, b []finding) []finding {
	return slices.DeleteFunc(slices.Clone(a), func(f finding) bool {
		_, found := slices.BinarySearchFunc(b, f, byPlace)
		return found
	})
}

func summarize(changes map[string]*change, out io.Writer) error {
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "added\tremoved\tunknown before\tafter\t  rule")
	for _, rule := range slices.SortedFunc(maps.Keys(changes), cmp.Compare) {
		if c := changes[rule]; *c != (change{}) {
			fmt.Fprintf(table, "%d\t%d\t%d\t%d\t  %s\n", c.added, c.removed, c.before, c.after, rule)
		}
	}
	return table.Flush()
}
