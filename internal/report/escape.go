package report

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Escape makes text from source files and file names safe to show: what a
// terminal would act upon, or what changes the order of other characters,
// appears as in a Go string.
func Escape(text string) string {
	var out strings.Builder
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		out.WriteString(shown(r, text[i:i+size]))
		i += size
	}
	return out.String()
}

// shown is how a character appears on the screen; tabs stay.
func shown(r rune, raw string) string {
	switch {
	case r == utf8.RuneError && len(raw) == 1:
		return fmt.Sprintf(`\x%02x`, raw[0])
	case r == '\t':
		return raw
	case r < 0x100 && unicode.IsControl(r):
		return fmt.Sprintf(`\x%02x`, r)
	case r <= 0xffff && !unicode.IsGraphic(r), r == '\u2028', r == '\u2029':
		return fmt.Sprintf(`\u%04x`, r)
	case !unicode.IsGraphic(r):
		return fmt.Sprintf(`\U%08x`, r)
	}
	return raw
}

// width is the number of terminal cells that text takes, tabs as one.
func width(text string) int {
	n := 0
	for _, r := range text {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me):
		case isWide(r):
			n += 2
		default:
			n++
		}
	}
	return n
}

// isWide reports whether terminals draw r in two cells.
func isWide(r rune) bool {
	return r >= 0x1100 && (r <= 0x115f || // Hangul
		r >= 0x2e80 && r <= 0xa4cf || // CJK, Kana, Yi
		r >= 0xac00 && r <= 0xd7a3 || // Hangul syllables
		r >= 0xf900 && r <= 0xfaff || r >= 0xfe30 && r <= 0xfe6f || // compatibility
		r >= 0xff00 && r <= 0xff60 || r >= 0xffe0 && r <= 0xffe6 || // full width
		r >= 0x1f300 && r <= 0x1faff || // pictographs
		r >= 0x20000 && r <= 0x3fffd) // more CJK
}
