package directive

import (
	"go/ast"
	"go/token"
	"strings"
)

// InText collects the directives in a page or a script that a package ships:
// //sessionlint:… up to the end of a line, <!-- sessionlint:… --> in HTML. They
// cover their line and, if they stand alone on it, the next one. What is not
// well-formed has no effect.
func InText(file *token.File, text string) []*Placed {
	var list []*Placed
	offset := 0
	for n, line := range strings.Split(text, "\n") {
		if at, d := inLine(line); at >= 0 && d.Problem == nil && d.Verb == Ignore {
			p := &Placed{Directive: d, Comment: &ast.Comment{Slash: file.Pos(offset + at), Text: strings.TrimRight(line[at:], " \t\r")}, file: file, from: n + 1, to: n + 1}
			if strings.TrimSpace(line[:at]) == "" {
				p.to++
			}
			list = append(list, p)
		}
		offset += len(line) + 1
	}
	return list
}

// inLine finds a directive in a line, -1 if there is none.
func inLine(line string) (at int, d Directive) {
	const word = "sessionlint:"
	if at = strings.Index(line, "//"+word); at >= 0 {
		d, _ = Parse(strings.TrimRight(line[at:], " \t\r"))
		return at, d
	}
	if at = strings.Index(line, "<!--"); at >= 0 {
		inside, rest, ok := strings.Cut(line[at+len("<!--"):], "-->")
		inside = strings.TrimSpace(inside)
		if ok && strings.HasPrefix(inside, word) && strings.TrimSpace(rest) == "" {
			d, _ = Parse("//" + inside)
			return at, d
		}
	}
	return -1, d
}

// With returns the index with further directives behind its own.
func (x *Index) With(more []*Placed) *Index {
	if len(more) == 0 {
		return x
	}
	return &Index{fset: x.fset, list: append(x.list[:len(x.list):len(x.list)], more...)}
}
