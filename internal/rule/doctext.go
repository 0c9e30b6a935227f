package rule

import (
	"go/doc"
	"strings"
)

// docText turns the text of a doc.go into the documentation of an analyzer: a
// first paragraph of one sentence without full stop ("report session cookies
// without Secure"), then the manual.
func docText(name, source string) string {
	text := packageComment(source)
	first, more, _ := strings.Cut(text, "\n\n") // every process does this for every rule: no more than needed
	sentence := new(doc.Package).Synopsis(first)
	rest := text
	if more == "" && strings.Join(strings.Fields(first), " ") == sentence {
		rest = ""
	}
	sentence = strings.TrimPrefix(sentence, "Package "+name+" ")
	if after, ok := strings.CutPrefix(sentence, "reports "); ok {
		sentence = "report " + after
	}
	sentence = strings.TrimSuffix(sentence, ".")
	return strings.TrimSpace(sentence + "\n\n" + strings.TrimSpace(rest))
}

// packageComment returns the text of the comment above the package clause.
// Text that has no package clause is returned as it is.
func packageComment(source string) string {
	var lines []string
	for line := range strings.Lines(source) {
		line = strings.TrimRight(line, "\r\n")
		switch body, ok := strings.CutPrefix(line, "//"); {
		case strings.HasPrefix(line, "package "):
			return strings.TrimSpace(strings.Join(lines, "\n"))
		case !ok:
			lines = nil // a comment that a blank line separates from the clause
		case body == "" || body[0] == ' ' || body[0] == '\t':
			lines = append(lines, strings.TrimPrefix(body, " "))
		}
	}
	return strings.TrimSpace(source)
}
