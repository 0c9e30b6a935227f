package assess

import (
	"fmt"
	"html/template"
	"strings"

	"github.com/sessionlint/sessionlint/internal/report"
)

// mdText is text as Markdown that shows exactly that text, on one line.
func mdText(text string) string {
	var b strings.Builder
	for _, r := range report.Escape(strings.Join(strings.Fields(text), " ")) {
		switch {
		case strings.ContainsRune("\\`*_{}[]<>|~#&$", r):
			fmt.Fprintf(&b, "&#%d;", r)
		case r == '@', r == '!':
			fmt.Fprintf(&b, "&#%d;", r) // no mentions, no images
		default:
			b.WriteRune(r)
		}
	}
	text = strings.ReplaceAll(b.String(), "://", "&#58;//")
	return strings.ReplaceAll(text, "www.", "www&#46;")
}

// mdCode is text between backticks.
func mdCode(text string) string {
	return strings.NewReplacer("`", "'", "|", "¦").Replace(report.Escape(strings.Join(strings.Fields(text), " ")))
}

// mdPlace is the place of a site.
func mdPlace(text string) string { return "**" + mdText(text) + "**" }

// fence is longer than any in the text.
func fence(text string) string {
	mark := "```"
	for strings.Contains(text, mark) {
		mark += "`"
	}
	return mark
}

func prefix(text, with string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		b.WriteString(with + line)
	}
	return b.String()
}

// adText is text as AsciiDoc that shows exactly that text, on one line.
func adText(text string) string {
	var b strings.Builder
	for i, r := range report.Escape(strings.Join(strings.Fields(text), " ")) {
		switch {
		case strings.ContainsRune("\\`*_{}[]<>|~#&^+'$%@!", r), i == 0 && strings.ContainsRune(".=-/:", r):
			fmt.Fprintf(&b, "&#%d;", r)
		default:
			b.WriteRune(r)
		}
	}
	text = strings.ReplaceAll(b.String(), "://", "&#58;//")
	text = strings.ReplaceAll(text, "((", "&#40;&#40;")
	for _, sign := range []string{"(C)", "(R)", "(TM)"} {
		text = strings.ReplaceAll(text, sign, "&#40;"+sign[1:])
	}
	text = strings.ReplaceAll(text, "::", "&#58;&#58;")
	text = strings.ReplaceAll(text, ";;", "&#59;&#59;")
	text = strings.ReplaceAll(text, "...", "..&#46;")
	return strings.ReplaceAll(text, "--", "&#45;&#45;")
}

// codeSpans cuts one of our own texts at its backticks: the odd pieces are
// code.
func codeSpans(text string) []string { return strings.Split(text, "`") }

// mdProse is one of our own texts, whose backticks mark code.
func mdProse(text string) string {
	var b strings.Builder
	for i, piece := range codeSpans(text) {
		if i%2 == 1 {
			b.WriteString("`" + mdCode(piece) + "`")
		} else {
			b.WriteString(mdInline(piece))
		}
	}
	return b.String()
}

// mdInline is mdText that keeps blanks at the ends.
func mdInline(text string) string { return ends(text, mdText) }

// adProse is one of our own texts, whose backticks mark code.
func adProse(text string) string {
	var b strings.Builder
	for i, piece := range codeSpans(text) {
		if i%2 == 1 {
			b.WriteString("``" + adText(piece) + "``")
		} else {
			b.WriteString(ends(piece, adText))
		}
	}
	return b.String()
}

func ends(text string, escape func(string) string) string {
	before, after := "", ""
	if strings.HasPrefix(text, " ") {
		before = " "
	}
	if strings.HasSuffix(text, " ") && strings.TrimSpace(text) != "" {
		after = " "
	}
	return before + escape(text) + after
}

// htmlProse is one of our own texts, whose backticks mark code.
func htmlProse(text string) template.HTML {
	var b strings.Builder
	for i, piece := range codeSpans(text) {
		piece = template.HTMLEscapeString(piece)
		if i%2 == 1 {
			piece = "<code>" + piece + "</code>"
		}
		b.WriteString(piece)
	}
	return template.HTML(b.String())
}
