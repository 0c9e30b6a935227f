package report

import (
	"bytes"
	"go/token"
	"os"
	"path/filepath"
	"strings"
)

// Sources reads the files that findings are about, each once, and knows how
// to call them.
type Sources struct {
	base  string // the directory that names are relative to
	lines map[string][][]byte
}

// NewSources returns an empty Sources. Names are relative to dir.
func NewSources(dir string) *Sources {
	return &Sources{base: dir, lines: make(map[string][][]byte)}
}

// Line returns the text of line n of a file, without its end; "" if there is
// no such line or file.
func (s *Sources) Line(path string, n int) string {
	lines, ok := s.lines[path]
	if !ok {
		data, err := os.ReadFile(path)
		if err == nil {
			lines = bytes.Split(data, []byte("\n"))
		}
		s.lines[path] = lines
	}
	if n < 1 || n > len(lines) {
		return ""
	}
	return strings.TrimSuffix(string(lines[n-1]), "\r")
}

// Range is the text between two positions of one file.
func (s *Sources) Range(start, end token.Position) Range {
	return Range{File: s.Name(start.Filename), Start: s.position(start), End: s.position(end), path: start.Filename}
}

// Name is what to call a file: relative to the working directory, if it is in
// it or beside it, with slashes.
func (s *Sources) Name(path string) string {
	rel, err := filepath.Rel(s.base, path)
	if err != nil || !filepath.IsAbs(path) || len(rel) > len(path) {
		rel = path
	}
	return filepath.ToSlash(rel)
}

func (s *Sources) position(p token.Position) Position {
	text := s.Line(p.Filename, p.Line)
	before := text[:min(max(p.Column-1, 0), len(text))]
	return Position{Line: p.Line, Column: p.Column, UTF16: p.Column - len(before) + utf16Len(before)}
}

// utf16Len is the number of UTF-16 code units of text.
func utf16Len(text string) int {
	n := 0
	for _, r := range text {
		if n++; r > 0xffff {
			n++
		}
	}
	return n
}
