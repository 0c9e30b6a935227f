// Package sqltext reads the statements of SQL that programs are written with:
// which argument is stored in which column, which column something is sought
// by. It knows no dialect; what it cannot read, it leaves out.
package sqltext

import "strings"

// A Statement says what a statement, or a part of one, does with its arguments.
type Statement struct {
	Verb   string // insert, update, select, delete, in lower case; "" for a condition
	Table  string
	Writes []Binding
	Seeks  []Binding
}

// A Binding is a column and the argument that is held against it, or stored in
// it, as it is: by its number, counted from 0, or by its name.
type Binding struct {
	Column string
	Index  int
	Name   string
}

// Parse reads a statement or a condition.
func Parse(text string) Statement {
	p := parser{list: scan(text)}
	var s Statement
	switch verb := p.word(0); verb {
	case "insert", "replace":
		s.Verb = "insert"
		p.insert(&s)
	case "update":
		s.Verb, s.Table = verb, p.at(1).text
		p.pos = p.find(0, "set")
		s.Writes = p.pairs(p.pos+1, p.find(p.pos, "where"))
		s.Seeks = p.pairs(p.find(p.pos, "where"), len(p.list))
	case "select", "delete", "with":
		s.Verb, s.Table = verb, p.at(p.find(0, "from")+1).text
		s.Seeks = p.pairs(0, len(p.list))
	default:
		s.Seeks = p.pairs(0, len(p.list))
	}
	return s
}

type parser struct {
	list []token
	pos  int
}

func (p *parser) at(i int) token {
	if i < 0 || i >= len(p.list) {
		return token{}
	}
	return p.list[i]
}

func (p *parser) word(i int) string {
	if t := p.at(i); t.kind == name {
		return strings.ToLower(t.text)
	}
	return ""
}

// find returns where a key word stands, from a token on, or the end.
func (p *parser) find(from int, word string) int {
	for i := from; i < len(p.list); i++ {
		if p.word(i) == word {
			return i
		}
	}
	return len(p.list)
}

// insert reads "into table (columns) values (expressions)".
func (p *parser) insert(s *Statement) {
	into := p.find(0, "into")
	s.Table = p.at(into + 1).text
	if p.word(into+2) == "set" {
		s.Writes = p.pairs(into+3, len(p.list))
		return
	}
	columns, next := p.group(into + 2)
	if w := p.word(next); w != "values" && w != "value" {
		return
	}
	values, _ := p.group(next + 1)
	if len(values) != len(columns) {
		return
	}
	for i, value := range values {
		if len(value) == 1 && value[0].kind == argument && len(columns[i]) == 1 && columns[i][0].isColumn() {
			s.Writes = append(s.Writes, value[0].bind(columns[i][0].text))
		}
	}
}

// group reads a list in parentheses, separated by commas.
func (p *parser) group(from int) (parts [][]token, next int) {
	if p.at(from).text != "(" {
		return nil, from
	}
	depth := 0
	var part []token
	for i := from; i < len(p.list); i++ {
		t := p.list[i]
		switch {
		case t.text == "(" && t.kind == sign:
			if depth++; depth == 1 {
				continue
			}
		case t.text == ")" && t.kind == sign:
			if depth--; depth == 0 {
				return append(parts, part), i + 1
			}
		case t.text == "," && t.kind == sign && depth == 1:
			parts, part = append(parts, part), nil
			continue
		}
		part = append(part, t)
	}
	return nil, len(p.list)
}

// pairs reads "column = argument" and "column in (argument".
func (p *parser) pairs(from, to int) []Binding {
	var out []Binding
	for i := from; i < to; i++ {
		if !p.at(i).isColumn() {
			continue
		}
		next := i + 2
		switch {
		case p.at(i+1).text == "=":
		case p.word(i+1) == "in" && p.at(i+2).text == "(":
			next++
		default:
			continue
		}
		if arg := p.at(next); arg.kind == argument && !p.continues(next+1) {
			out = append(out, arg.bind(p.at(i).text))
		}
	}
	return out
}

// continues reports whether an expression goes on: $1 || salt.
func (p *parser) continues(i int) bool {
	switch p.at(i).text {
	case "|", "+", "-", "*", "/", ":":
		return true
	}
	return false
}
