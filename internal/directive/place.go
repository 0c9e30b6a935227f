package directive

import (
	"go/ast"
	"go/token"
)

// add collects the directives of one file and decides what they cover: the
// line they stand on; if they stand alone, also the line below their comment;
// in the doc comment of a function, the function. A simple statement that
// starts on the last of these lines is covered to its end.
func (x *Index) add(file *ast.File) {
	var found []*Placed
	groups := map[*ast.Comment]*ast.CommentGroup{}
	for _, group := range file.Comments {
		for _, comment := range group.List {
			if d, ok := Parse(comment.Text); ok {
				found = append(found, &Placed{Directive: d, Comment: comment})
				groups[comment] = group
			}
		}
	}
	if len(found) == 0 {
		return
	}
	tokens := x.fset.File(file.FileStart)
	line := func(pos token.Pos) int { return tokens.PositionFor(pos, false).Line }
	functions := documented(file)
	code := codeLines(file, line)
	for _, p := range found {
		group := groups[p.Comment]
		p.file, p.Func = tokens, functions[group]
		p.from = line(p.Pos())
		switch first, ok := code[p.from]; {
		case p.Func != nil:
			p.to = line(p.Func.End())
		case ok && first < p.Pos():
			p.to = extent(file, line, p.from) // behind code
		default:
			p.to = extent(file, line, line(group.End())+1)
		}
		if p.Verb == Role && p.Problem == nil && p.Func == nil {
			p.Problem = &Problem{"misplaced", "directive role is not in the doc comment of a function"}
		}
	}
	x.list = append(x.list, found...)
}

// documented maps doc comments to their functions.
func documented(file *ast.File) map[*ast.CommentGroup]*ast.FuncDecl {
	functions := map[*ast.CommentGroup]*ast.FuncDecl{}
	for _, decl := range file.Decls {
		if decl, ok := decl.(*ast.FuncDecl); ok && decl.Doc != nil {
			functions[decl.Doc] = decl
		}
	}
	return functions
}

// codeLines maps the lines that hold code to the first known position of code
// on them.
func codeLines(file *ast.File, line func(token.Pos) int) map[int]token.Pos {
	lines := map[int]token.Pos{}
	mark := func(pos token.Pos) {
		if first, ok := lines[line(pos)]; !ok || pos < first {
			lines[line(pos)] = pos
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case nil, *ast.Comment, *ast.CommentGroup:
			return false
		case *ast.File:
			mark(n.Package)
			return true
		}
		if n.Pos().IsValid() && n.End().IsValid() {
			mark(n.Pos())
			mark(n.End() - 1)
		}
		return true
	})
	return lines
}

// extent returns the line on which the code that starts on the given line
// ends. Only expressions, specifications and statements without a body count,
// so that a comment on an if does not silence all that is inside.
func extent(file *ast.File, line func(token.Pos) int, start int) int {
	end := start
	ast.Inspect(file, func(n ast.Node) bool {
		switch n.(type) {
		case nil:
			return false
		case ast.Expr, ast.Spec, *ast.AssignStmt, *ast.ExprStmt, *ast.ReturnStmt, *ast.SendStmt, *ast.DeferStmt, *ast.GoStmt:
			if line(n.Pos()) == start && !hasBody(n) {
				end = max(end, line(n.End()-1))
			}
		}
		return line(n.Pos()) <= start && line(n.End()) >= start
	})
	return end
}

// hasBody reports whether n contains a function literal.
func hasBody(n ast.Node) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		_, literal := n.(*ast.FuncLit)
		found = found || literal
		return !found
	})
	return found
}
