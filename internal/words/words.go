// Package words reads names: of variables, cookies, headers, parameters.
package words

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Split splits an identifier, cookie name or key into lower-case words. It is
// asked about every name that is called: words are parts of s where they can be.
func Split(s string) []string {
	var out []string
	begin, before := -1, rune(0)
	flush := func(end int) {
		if begin >= 0 {
			out = append(out, strings.ToLower(s[begin:end]))
		}
		begin = -1
	}
	for i, r := range s {
		switch {
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			flush(i)
		case begin < 0:
			begin = i
		case unicode.IsUpper(r) && (unicode.IsLower(before) || unicode.IsDigit(before) || unicode.IsUpper(before) && nextIsLower(s[i:])):
			flush(i)
			begin = i
		}
		before = r
	}
	flush(len(s))
	return out
}

func nextIsLower(s string) bool {
	_, size := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[size:])
	return unicode.IsLower(next)
}
