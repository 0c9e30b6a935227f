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
	root  string // of the repository around it
	texts map[string]*sourceText
	seen  map[string]int // how many violations had the same identity
}

// A sourceText is a file in lines, with the declarations in it.
type sourceText struct {
	lines  [][]byte
	parsed bool
	decls  []declaration
}

// NewSources returns an empty Sources. Names are relative to dir.
func NewSources(dir string) *Sources {
	s := &Sources{base: dir}
	s.Forget()
	return s
}

// Forget drops all that was read: files have changed.
func (s *Sources) Forget() {
	s.texts, s.seen = make(map[string]*sourceText), make(map[string]int)
}

// maxSource is the size of the largest file that is read.
const maxSource = 16 << 20

// text reads Go files, and pages and scripts below the directory of the run: a
// line directive in the code of a stranger may name any file, and reports are
// read by others.
func (s *Sources) text(path string) *sourceText {
	text, ok := s.texts[path]
	if !ok {
		text = new(sourceText)
		if info, err := os.Stat(path); err == nil && s.readable(path) && info.Mode().IsRegular() && info.Size() <= maxSource {
			if data, err := os.ReadFile(path); err == nil {
				text.lines = bytes.Split(data, []byte("\n"))
			}
		}
		s.texts[path] = text
	}
	return text
}

// readable reports whether a file may be shown in a report.
func (s *Sources) readable(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".go":
		return true
	case ".html", ".htm", ".xhtml", ".tmpl", ".gohtml", ".tpl", ".gotmpl", ".js", ".mjs": // as in passes/shipped
	default:
		return false
	}
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		return false
	}
	base, err := filepath.EvalSymlinks(s.base)
	if err != nil {
		return false
	}
	rel, err := filepath.Rel(base, real)
	return err == nil && filepath.IsLocal(rel)
}

// Line returns the text of line n of a file, without its end; "" if there is
// no such line or file.
func (s *Sources) Line(path string, n int) string {
	lines := s.text(path).lines
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
