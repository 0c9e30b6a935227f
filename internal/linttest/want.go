package linttest

import (
	"fmt"
	"go/ast"
	"go/token"
	"regexp"
	"strconv"
	"strings"
)

// A want is what a fixture says about one of its lines.
type want struct {
	rule    string
	text    string
	pattern *regexp.Regexp
	met     bool
}

// A place is a line of a file.
type place struct {
	file string
	line int
}

// wantComment matches the start of a want, with an offset in lines.
var wantComment = regexp.MustCompile(`// ?want(\+[0-9]+)?[ \t]`)

// wants reads the expectations in the comments of a file.
func wants(fset *token.FileSet, file *ast.File) (map[place][]*want, error) {
	found := map[place][]*want{}
	for _, group := range file.Comments {
		for _, comment := range group.List {
			at := wantComment.FindStringSubmatchIndex(comment.Text)
			if at == nil {
				continue
			}
			posn := fset.PositionFor(comment.Pos(), false)
			if at[2] >= 0 {
				offset, _ := strconv.Atoi(comment.Text[at[2]+1 : at[3]])
				posn.Line += offset
			}
			list, err := parseWants(comment.Text[at[1]:])
			if err != nil {
				return nil, fmt.Errorf("%s: %w", posn, err)
			}
			where := place{posn.Filename, posn.Line}
			found[where] = append(found[where], list...)
		}
	}
	return found, nil
}

// parseWants reads `RULE:"regexp" RULE:"regexp"`.
func parseWants(text string) ([]*want, error) {
	var list []*want
	for text = strings.TrimSpace(text); text != ""; text = strings.TrimSpace(text) {
		rule, rest, ok := strings.Cut(text, ":")
		if !ok || !token.IsIdentifier(rule) {
			return nil, fmt.Errorf("want RULE:\"regexp\", have %q", text)
		}
		quoted, err := strconv.QuotedPrefix(rest)
		if err != nil {
			return nil, fmt.Errorf("want RULE:\"regexp\", have %q", text)
		}
		expr, err := strconv.Unquote(quoted)
		if err != nil {
			return nil, err
		}
		pattern, err := regexp.Compile(expr)
		if err != nil {
			return nil, err
		}
		list = append(list, &want{rule: rule, text: quoted, pattern: pattern})
		text = rest[len(quoted):]
	}
	if len(list) == 0 {
		return nil, fmt.Errorf("want without expectations")
	}
	return list, nil
}
