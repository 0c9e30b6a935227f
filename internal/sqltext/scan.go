package sqltext

import (
	"strconv"
	"strings"
)

type kind uint8

const (
	sign     kind = iota
	name          // an identifier or key word, the last part of a qualified one
	argument      // ?, $1, :name, @name
	literal
)

type token struct {
	kind  kind
	text  string
	index int // of an argument without name
}

func (t token) bind(column string) Binding { return Binding{column, t.index, t.text} }

// isColumn reports whether the token may name a column: an empty name in quotes
// does not.
func (t token) isColumn() bool { return t.kind == name && t.text != "" }

// maxText bounds what is read of a text.
const maxText = 16 << 10

func scan(text string) []token {
	s := scanner{text: text[:min(len(text), maxText)]}
	for s.skip(); s.pos < len(s.text); s.skip() {
		s.next()
	}
	return s.list
}

type scanner struct {
	text   string
	pos    int
	list   []token
	places int // ? so far
}

// skip passes blanks and comments.
func (s *scanner) skip() {
	for s.pos < len(s.text) {
		rest := s.text[s.pos:]
		switch {
		case strings.ContainsRune(" \t\r\n", rune(rest[0])):
			s.pos++
		case strings.HasPrefix(rest, "--"):
			s.pos += len(line(rest))
		default:
			return
		}
	}
}

func line(text string) string {
	before, _, _ := strings.Cut(text, "\n")
	return before
}

func (s *scanner) next() {
	switch c := s.text[s.pos]; {
	case c == '\'':
		s.quoted('\'')
		s.list = append(s.list, token{kind: literal})
	case c == '"' || c == '`':
		s.name(s.quoted(c))
	case c == '[':
		s.name(s.quoted(']'))
	case c == '?':
		s.pos++
		s.list = append(s.list, token{kind: argument, index: s.places})
		s.places++
	case strings.IndexByte("$:@", c) >= 0 && s.pos+1 < len(s.text) && isWord(s.text[s.pos+1]):
		s.pos++
		word := s.word()
		if n, err := strconv.Atoi(word); err == nil && n > 0 {
			s.list = append(s.list, token{kind: argument, index: n - 1})
		} else {
			s.list = append(s.list, token{kind: argument, text: word})
		}
	case isWord(c):
		s.name(s.word())
	default:
		s.pos++
		s.list = append(s.list, token{kind: sign, text: string(c)})
	}
}

// name adds an identifier, or replaces the qualifier before it.
func (s *scanner) name(text string) {
	if n := len(s.list); n >= 2 && s.list[n-1].text == "." && s.list[n-2].kind == name {
		s.list = s.list[:n-2]
	}
	s.list = append(s.list, token{kind: name, text: text})
}

func (s *scanner) word() string {
	start := s.pos
	for s.pos < len(s.text) && isWord(s.text[s.pos]) {
		s.pos++
	}
	return s.text[start:s.pos]
}

func (s *scanner) quoted(end byte) string {
	start := s.pos + 1
	i := strings.IndexByte(s.text[start:], end)
	if i < 0 {
		s.pos = len(s.text)
		return s.text[start:]
	}
	s.pos = start + i + 1
	return s.text[start : start+i]
}

func isWord(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80
}
