package shipped

import (
	"strings"

	"github.com/grafana/sobek/ast"
	"github.com/grafana/sobek/parser"
	"github.com/grafana/sobek/token"
)

// scriptWrites finds what a script keeps in the browser; ok is false if it
// cannot be parsed.
func scriptWrites(text string) (list []found, ok bool) {
	if !interesting(text) {
		return nil, true
	}
	program := parse(text)
	if program == nil {
		return nil, false
	}
	s := &statements{constants: constants(program), parts: map[ast.Expression]bool{}}
	walk(program, func(n any) {
		switch n := n.(type) {
		case *ast.CallExpression:
			s.call(n)
		case *ast.AssignExpression:
			s.assign(n)
		case *ast.BinaryExpression:
			s.link(n)
		case *ast.TemplateLiteral:
			s.link(n)
		}
	})
	return s.list, true
}

// parse parses a script, or a module if it is none. It never reads files: that
// is what source maps are switched off for.
func parse(text string) (program *ast.Program) {
	if tangled(text) {
		return nil
	}
	defer func() {
		if recover() != nil { // a mistake of the parser is no reason to fail
			program = nil
		}
	}()
	for _, options := range [][]parser.Option{
		{parser.WithDisableSourceMaps},
		{parser.WithDisableSourceMaps, parser.IsModule},
	} {
		if p, err := parser.ParseFile(nil, "", text, parser.IgnoreRegExpErrors, options...); err == nil {
			return p
		}
	}
	return nil
}

const (
	maxNesting = 400  // how deep brackets are nested: the parser descends
	maxChain   = 1000 // how many = follow each other: it tries each twice
)

// tangled reports whether a text would keep the parser busy for long.
func tangled(text string) bool {
	depth, chain := 0, 0
	for _, c := range []byte(text) {
		switch c {
		case '(', '[', '{':
			depth++
			chain = 0
		case ')', ']', '}':
			depth--
			chain = 0
		case ';', ',':
			chain = 0
		case '=':
			chain++
		}
		if depth > maxNesting || chain > maxChain {
			return true
		}
	}
	return false
}

// statements collects writes.
type statements struct {
	constants map[string]string
	parts     map[ast.Expression]bool // of texts that were looked at
	list      []found
}

// call: localStorage.setItem("key", value), objectStore(…).put(value, "key").
func (s *statements) call(n *ast.CallExpression) {
	callee, ok := unwrap(n.Callee).(*ast.DotExpression)
	if !ok || len(n.ArgumentList) < 2 {
		return
	}
	method := callee.Identifier.Name.String()
	key, value := n.ArgumentList[0], n.ArgumentList[1]
	store, isStorage := storage(callee.Left)
	if chain, is := unwrap(callee.Left).(*ast.CallExpression); is && !isStorage && (method == "put" || method == "add") {
		if opened, is := unwrap(chain.Callee).(*ast.DotExpression); is && opened.Identifier.Name.String() == "objectStore" {
			store, isStorage, method = Database, true, "setItem"
			key, value = value, key
		}
	}
	if name, ok := s.text(key); ok && isStorage && method == "setItem" && !isEmpty(value) {
		s.list = append(s.list, found{int(n.Idx0()) - 1, int(n.Idx1()) - 1, store, name})
	}
}

// assign: localStorage.key = value, document.cookie = "key=…".
func (s *statements) assign(n *ast.AssignExpression) {
	if n.Operator != token.ASSIGN || isEmpty(n.Right) {
		return
	}
	from, to := int(n.Idx0())-1, int(n.Idx1())-1
	switch left := unwrap(n.Left).(type) {
	case *ast.DotExpression:
		name := left.Identifier.Name.String()
		if store, ok := storage(left.Left); ok {
			s.list = append(s.list, found{from, to, store, name})
		} else if name == "cookie" && isName(left.Left, "document") {
			if name, ok := s.cookie(n.Right); ok {
				s.list = append(s.list, found{from, to, Cookie, name})
			}
		}
	case *ast.BracketExpression:
		store, ok := storage(left.Left)
		if name, is := s.text(left.Member); ok && is {
			s.list = append(s.list, found{from, to, store, name})
		}
	}
}

// cookie returns the constant name in the text of a cookie that is set, not
// deleted.
func (s *statements) cookie(e ast.Expression) (string, bool) {
	name, value, ok := strings.Cut(s.pieces(e), "=")
	rest := strings.ToLower(value)
	deleted := strings.HasPrefix(rest, ";") || rest == "" || strings.Contains(rest, "max-age=0") || strings.Contains(rest, "max-age=-") || strings.Contains(rest, "1970")
	return strings.TrimSpace(name), ok && !deleted
}

// something stands for a part of a text that is not constant.
const something = "\x00"

// pieces returns a text with its constant parts.
func (s *statements) pieces(e ast.Expression) string {
	switch e := unwrap(e).(type) {
	case *ast.TemplateLiteral:
		var list []string
		for _, piece := range e.Elements {
			list = append(list, piece.Parsed.String())
		}
		return strings.Join(list, something)
	case *ast.BinaryExpression:
		if e.Operator == token.PLUS {
			return s.pieces(e.Left) + s.pieces(e.Right)
		}
	default:
		if text, ok := s.text(e); ok {
			return text
		}
	}
	return something
}

// text returns a constant text.
func (s *statements) text(e ast.Expression) (string, bool) {
	switch e := unwrap(e).(type) {
	case *ast.StringLiteral:
		return e.Value.String(), true
	case *ast.TemplateLiteral:
		if len(e.Expressions) == 0 && len(e.Elements) == 1 {
			return e.Elements[0].Parsed.String(), true
		}
	case *ast.Identifier:
		text, ok := s.constants[e.Name.String()]
		return text, ok
	}
	return "", false
}
