// Package edit spells the text edits that the suggested fixes of several rules
// are made of: imports, and nodes in other words.
package edit

import (
	"bytes"
	"go/ast"
	"go/printer"
	"go/token"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/astutil"
)

// FileAt returns the file that holds a position; nil if none does.
func FileAt(files []*ast.File, pos token.Pos) *ast.File {
	for _, file := range files {
		if file.FileStart <= pos && pos < file.FileEnd {
			return file
		}
	}
	return nil
}

// Around returns the nodes that hold a position, innermost first; nil if no
// file does.
func Around(files []*ast.File, pos token.Pos) []ast.Node {
	file := FileAt(files, pos)
	if file == nil {
		return nil
	}
	path, _ := astutil.PathEnclosingInterval(file, pos, pos)
	return path
}

// Replace puts text in the place of a node.
func Replace(n ast.Node, text string) analysis.TextEdit {
	return analysis.TextEdit{Pos: n.Pos(), End: n.End(), NewText: []byte(text)}
}

// Source prints a node; "" if it cannot be printed.
func Source(fset *token.FileSet, n ast.Node) string {
	var out bytes.Buffer
	if err := printer.Fprint(&out, fset, n); err != nil {
		return ""
	}
	return out.String()
}
