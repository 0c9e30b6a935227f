package report

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"path/filepath"
	"strings"
)

// identify names the declaration around a violation and gives the violation a
// fingerprint. It is made of what stays when code moves: rule, category,
// package, file, declaration, subject, the line without comments and spacing,
// and the how many-th of its kind it is. Sites come in order.
func (s *Sources) identify(site *Site) {
	site.Function = s.declarationAt(site.Range.path, site.Range.Start.Line)
	words, _ := tokens(s.Line(site.Range.path, site.Range.Start.Line))
	identity := strings.Join([]string{
		site.Rule, site.Category, site.Package, filepath.Base(site.Range.path), site.Function, site.Subject, strings.Join(words, " "),
	}, "\x00")
	s.seen[identity]++
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", identity, s.seen[identity]))
	site.Fingerprint = hex.EncodeToString(sum[:16])
}

// tokens returns the Go tokens of a line, and where the last one ends.
// Comments are none.
func tokens(line string) (words []string, end int) {
	file := token.NewFileSet().AddFile("", -1, len(line))
	var s scanner.Scanner
	s.Init(file, []byte(line), func(token.Position, string) {}, 0)
	for {
		switch pos, tok, text := s.Scan(); {
		case tok == token.EOF:
			return words, end
		case tok == token.SEMICOLON && text == "\n": // inserted
		default:
			if text == "" {
				text = tok.String()
			}
			words = append(words, text)
			end = min(file.Offset(pos)+len(text), len(line))
		}
	}
}

// A declaration is what stands at the top level of a file.
type declaration struct {
	name     string // F, (T).M, (*T).M, or that of a variable, constant or type
	from, to int    // lines
}

// declarationAt returns the name of the declaration around a line, or "".
func (s *Sources) declarationAt(path string, line int) string {
	text := s.text(path)
	if !text.parsed && filepath.Ext(path) == ".go" {
		text.parsed = true
		text.decls = declarations(bytes.Join(text.lines, []byte("\n")))
	}
	for _, d := range text.decls {
		if d.from <= line && line <= d.to {
			return d.name
		}
	}
	return ""
}

// declarations reads those of a file, as far as it parses.
func declarations(source []byte) []declaration {
	fset := token.NewFileSet()
	file, _ := parser.ParseFile(fset, "", source, parser.SkipObjectResolution)
	if file == nil {
		return nil
	}
	var list []declaration
	add := func(name string, node ast.Node) {
		list = append(list, declaration{name, fset.PositionFor(node.Pos(), false).Line, fset.PositionFor(node.End(), false).Line})
	}
	for _, decl := range file.Decls {
		switch decl := decl.(type) {
		case *ast.FuncDecl:
			add(funcName(decl), decl)
		case *ast.GenDecl:
			for _, spec := range decl.Specs {
				switch spec := spec.(type) {
				case *ast.ValueSpec:
					add(spec.Names[0].Name, spec)
				case *ast.TypeSpec:
					add(spec.Name.Name, spec)
				}
			}
		}
	}
	return list
}

// funcName is the name of a function or method as the runtime prints it.
func funcName(decl *ast.FuncDecl) string {
	if decl.Recv == nil || len(decl.Recv.List) == 0 {
		return decl.Name.Name
	}
	recv, pointer := decl.Recv.List[0].Type, ""
	for {
		switch t := recv.(type) {
		case *ast.ParenExpr:
			recv = t.X
		case *ast.StarExpr:
			recv, pointer = t.X, "*"
		case *ast.IndexExpr:
			recv = t.X
		case *ast.IndexListExpr:
			recv = t.X
		case *ast.Ident:
			return "(" + pointer + t.Name + ")." + decl.Name.Name
		default:
			return decl.Name.Name
		}
	}
}
