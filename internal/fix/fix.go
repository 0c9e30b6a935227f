// Package fix applies suggested fixes to files: the same way for the command,
// go vet -fix and go fix.
package fix

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"slices"

	diff "github.com/aymanbagabas/go-udiff"
	"golang.org/x/tools/go/analysis"
)

// A File is a source file before and after.
type File struct {
	Name     string
	Old, New []byte
}

// Diff returns the change as a unified diff; name is what to call the file.
func (f File) Diff(name string) string {
	return diff.Unified(name+" (old)", name+" (new)", string(f.Old), string(f.New))
}

// A Result is what became of fixes.
type Result struct {
	Files []File  // ordered by name
	Errs  []error // for every fix why it was not applied, or nil
}

// Apply merges fixes in the given order. A fix is applied as a whole or not at
// all: it is skipped when it contradicts an earlier one, or when it would edit
// a generated file or one that is not what the analyzers read.
func Apply(fset *token.FileSet, fixes []analysis.SuggestedFix) *Result {
	m := &merger{fset: fset, sources: make(map[string][]byte), edits: make(map[string][]diff.Edit)}
	res := &Result{Errs: make([]error, len(fixes))}
	authors := make(map[string][]int) // the fixes that edit a file
	for i, fix := range fixes {
		edits, err := m.convert(fix)
		if err == nil {
			err = m.merge(edits)
		}
		if err != nil {
			res.Errs[i] = err
			continue
		}
		for name := range edits {
			authors[name] = append(authors[name], i)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(m.edits)) {
		file, err := m.finish(name)
		if err == nil {
			res.Files = append(res.Files, file)
			continue
		}
		for _, i := range authors[name] {
			res.Errs[i] = err
		}
	}
	return res
}

type merger struct {
	fset    *token.FileSet
	sources map[string][]byte
	edits   map[string][]diff.Edit
}

// convert turns the edits of a fix into byte offsets, by file.
func (m *merger) convert(fix analysis.SuggestedFix) (map[string][]diff.Edit, error) {
	byFile := make(map[string][]diff.Edit)
	for _, edit := range fix.TextEdits {
		file := m.fset.File(edit.Pos)
		if file == nil {
			return nil, fmt.Errorf("edit without a position")
		}
		if err := m.read(file, edit.Pos); err != nil {
			return nil, err
		}
		end := edit.End
		if !end.IsValid() {
			end = edit.Pos
		}
		if end < edit.Pos || int(end) > file.Base()+file.Size() {
			return nil, fmt.Errorf("edit ends outside of %s", file.Name())
		}
		byFile[file.Name()] = append(byFile[file.Name()], diff.Edit{
			Start: file.Offset(edit.Pos), End: file.Offset(end), New: string(edit.NewText),
		})
	}
	for _, edits := range byFile {
		diff.SortEdits(edits)
	}
	return byFile, nil
}

// read loads the text of a file and makes sure that it may be edited.
func (m *merger) read(file *token.File, pos token.Pos) error {
	if m.sources[file.Name()] != nil {
		return nil
	}
	if shown := m.fset.Position(pos).Filename; shown != file.Name() {
		return fmt.Errorf("%s is made from another file", shown)
	}
	src, err := os.ReadFile(file.Name())
	if err != nil {
		return err
	}
	if len(src) != file.Size() {
		return fmt.Errorf("%s has changed meanwhile", file.Name())
	}
	syntax, err := parser.ParseFile(token.NewFileSet(), file.Name(), src, parser.PackageClauseOnly|parser.ParseComments)
	if err != nil {
		return err
	}
	if ast.IsGenerated(syntax) {
		return fmt.Errorf("%s is generated", file.Name())
	}
	m.sources[file.Name()] = src
	return nil
}

// merge adds the edits of one fix, or none of them. Equal edits, such as the
// same import twice, become one; insertions at one place follow each other.
func (m *merger) merge(byFile map[string][]diff.Edit) error {
	merged := make(map[string][]diff.Edit)
	for name, edits := range byFile {
		all := slices.Clone(m.edits[name])
		for _, edit := range edits {
			if slices.Contains(m.edits[name], edit) {
				continue
			}
			if slices.ContainsFunc(all, func(other diff.Edit) bool { return conflict(edit, other) }) {
				return fmt.Errorf("contradicts another fix in %s; run again to apply it", name)
			}
			all = append(all, edit)
		}
		diff.SortEdits(all)
		merged[name] = all
	}
	maps.Copy(m.edits, merged)
	return nil
}

// conflict reports whether two edits change the same text.
func conflict(a, b diff.Edit) bool { return a.Start < b.End && b.Start < a.End }
