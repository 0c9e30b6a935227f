package report

import (
	"strings"
	"unicode/utf8"
)

// maxExcerpt is how many bytes of a very long line are shown.
const maxExcerpt = 200

// mark prepares a source line for the screen. Bytes start to end are what the
// carets go under; padding puts them there, whatever the width of a tab is.
func mark(source string, start, end int) (line, padding, carets string) {
	start = min(max(start, 0), len(source))
	end = min(max(end, start), len(source))
	before, marked, after := source[:start], source[start:end], source[end:]
	before = cut(before, maxExcerpt/2, true)
	marked = cut(marked, maxExcerpt, false)
	after = cut(after, maxExcerpt/2, false)
	shownBefore := Escape(before)
	shownMarked := Escape(marked)
	line = shownBefore + shownMarked + Escape(after)
	var pad strings.Builder
	for _, r := range shownBefore {
		if r == '\t' {
			pad.WriteByte('\t')
		} else {
			pad.WriteString(strings.Repeat(" ", width(string(r))))
		}
	}
	return line, pad.String(), strings.Repeat("^", max(1, width(shownMarked)))
}

// cut shortens text to about n bytes, at its start or its end.
func cut(text string, n int, atStart bool) string {
	if len(text) <= n {
		return text
	}
	if atStart {
		i := len(text) - n
		for i < len(text) && !utf8.RuneStart(text[i]) {
			i++
		}
		return "…" + text[i:]
	}
	for n > 0 && !utf8.RuneStart(text[n]) {
		n--
	}
	return text[:n] + "…"
}
