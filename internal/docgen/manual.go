package main

import (
	"fmt"
	"go/doc/comment"
	"go/parser"
	"go/token"
	"strings"
)

// A manual is what a rule says about itself.
type manual struct {
	Summary  string // "report session cookies without Secure"
	Intro    []comment.Block
	Sections []section
}

// A section is what follows a heading.
type section struct {
	Title  string
	Blocks []comment.Block
}

// parseManual reads the Doc of an analyzer: a sentence, then the package
// comment.
func parseManual(doc string) *manual {
	sentence, text, _ := strings.Cut(doc, "\n\n")
	m := &manual{Summary: sentence}
	for i, block := range new(comment.Parser).Parse(text).Content {
		if heading, ok := block.(*comment.Heading); ok {
			m.Sections = append(m.Sections, section{Title: plain(heading)})
		} else if n := len(m.Sections); n > 0 {
			m.Sections[n-1].Blocks = append(m.Sections[n-1].Blocks, block)
		} else if i > 0 || !repeats(plain(block), sentence) {
			m.Intro = append(m.Intro, block)
		}
	}
	return m
}

// repeats reports whether a paragraph ("Package x reports y.") says no more
// than the sentence ("report y").
func repeats(paragraph, sentence string) bool {
	_, object, ok := strings.Cut(sentence, " ")
	return ok && strings.HasSuffix(paragraph, object+".") && strings.HasPrefix(paragraph, "Package ") && !strings.Contains(paragraph, ". ")
}

// plain returns the text of a block on one line.
func plain(block comment.Block) string {
	printer := comment.Printer{TextWidth: -1}
	text := printer.Text(&comment.Doc{Content: []comment.Block{block}})
	return strings.TrimPrefix(strings.TrimSpace(string(text)), "# ")
}

// section returns the section with that title, or nil.
func (m *manual) section(title string) *section {
	for i := range m.Sections {
		if m.Sections[i].Title == title {
			return &m.Sections[i]
		}
	}
	return nil
}

// gaps returns what a manual must have and this one does not.
func (m *manual) gaps() []string {
	var gaps []string
	for _, want := range []struct {
		title string
		code  bool
	}{{"Bad", true}, {"Good", true}, {"Why", false}, {"Limits", false}} {
		switch s := m.section(want.title); {
		case s == nil:
			gaps = append(gaps, fmt.Sprintf("no heading %q", "# "+want.title))
		case len(s.Blocks) == 0:
			gaps = append(gaps, fmt.Sprintf("nothing below %q", "# "+want.title))
		case want.code && !s.hasCode():
			gaps = append(gaps, fmt.Sprintf("no code below %q", "# "+want.title))
		}
	}
	return gaps
}

func (s *section) hasCode() bool {
	for _, block := range s.Blocks {
		if code, ok := block.(*comment.Code); ok && strings.TrimSpace(code.Text) != "" {
			return true
		}
	}
	return false
}

// markdown prints blocks of a comment. Code becomes a fenced block, which is
// coloured if it is Go.
func markdown(blocks []comment.Block) string {
	printer := comment.Printer{DocLinkBaseURL: "https://pkg.go.dev"}
	var parts []string
	for _, block := range blocks {
		if code, ok := block.(*comment.Code); ok {
			parts = append(parts, fence(language(code.Text), code.Text))
			continue
		}
		parts = append(parts, string(printer.Markdown(&comment.Doc{Content: []comment.Block{block}})))
	}
	return strings.Join(parts, "\n")
}

// inline returns plain text as Markdown.
func inline(text string) string {
	return strings.TrimSpace(markdown([]comment.Block{&comment.Paragraph{Text: []comment.Text{comment.Plain(text)}}}))
}

// language tells Go, which parses as declarations or as statements, from what
// a program prints.
func language(code string) string {
	for _, source := range []string{"package p\n" + code, "package p\nfunc _() {\n" + code + "\n}"} {
		if _, err := parser.ParseFile(token.NewFileSet(), "", source, parser.SkipObjectResolution); err == nil {
			return "go"
		}
	}
	return "text"
}
