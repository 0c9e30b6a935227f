package shipped

import (
	"iter"
	"strings"

	nethtml "golang.org/x/net/html"

	"github.com/sessionlint/sessionlint/internal/words"
)

// A piece is a script in a page.
type piece struct {
	text   string
	offset int
}

// scripts returns the scripts of a page, which are elements that browsers run,
// and the addresses of those that it loads.
func scripts(page string) (list []piece, loaded []string) {
	z := nethtml.NewTokenizer(strings.NewReader(page))
	offset, running := 0, false
	for {
		kind := z.Next()
		raw := len(z.Raw())
		switch {
		case kind == nethtml.ErrorToken:
			return list, loaded
		case kind == nethtml.TextToken && running:
			list = append(list, piece{page[offset : offset+raw], offset})
		case kind == nethtml.StartTagToken:
			tag := z.Token()
			running = runs(tag)
			for _, a := range tag.Attr {
				if running && a.Key == "src" {
					loaded = append(loaded, a.Val)
				}
			}
		default:
			running = false
		}
		offset += raw
	}
}

// runs reports whether a tag begins a script that browsers run.
func runs(t nethtml.Token) bool {
	if t.Data != "script" {
		return false
	}
	for _, a := range t.Attr {
		if a.Key == "type" {
			kind := strings.ToLower(a.Val)
			return kind == "" || kind == "module" || strings.HasSuffix(kind, "javascript") || strings.HasSuffix(kind, "ecmascript")
		}
	}
	return true
}

// mask replaces the actions of Go templates by something of the same length
// that a parser of JavaScript accepts: a name where they print something, and
// blanks where they do not.
func mask(text string) string {
	if !strings.Contains(text, "{{") {
		return text
	}
	var b strings.Builder
	for {
		from := strings.Index(text, "{{")
		to := -1
		if from >= 0 {
			to = strings.Index(text[from:], "}}")
		}
		if to < 0 {
			b.WriteString(text)
			return b.String()
		}
		to += from + 2
		b.WriteString(text[:from])
		fill := "_"
		if control(text[from:to]) {
			fill = " "
		}
		for _, c := range []byte(text[from:to]) {
			if c == '\n' {
				b.WriteByte('\n')
			} else {
				b.WriteString(fill)
			}
		}
		text = text[to:]
	}
}

// control reports whether an action prints nothing.
func control(action string) bool {
	word, _, _ := strings.Cut(inner(action), " ")
	switch word {
	case "if", "else", "end", "range", "with", "block", "define", "template", "break", "continue":
		return true
	}
	return strings.HasPrefix(word, "$") && strings.Contains(action, ":=") || strings.HasPrefix(word, "/*") || word == ""
}

func inner(action string) string {
	action = strings.TrimSuffix(strings.TrimPrefix(action, "{{"), "}}")
	return strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(action, "-"), "-"))
}

// actions yields where the actions of a template begin and end in a text.
func actions(text string) iter.Seq2[int, int] {
	return func(yield func(from, to int) bool) {
		for at := 0; ; {
			from := strings.Index(text[at:], "{{")
			if from < 0 {
				return
			}
			from += at
			to := strings.Index(text[from:], "}}")
			if to < 0 {
				return
			}
			at = from + to + 2
			if !yield(from, at) {
				return
			}
		}
	}
}

// printed finds the actions in a script that print a credential of the user.
func printed(page string, s piece) []found {
	var list []found
	text := page[s.offset : s.offset+len(s.text)]
	for from, to := range actions(text) {
		if path := inner(text[from:to]); ownCredential(path) {
			list = append(list, found{s.offset + from, s.offset + to, Page, path})
		}
	}
	return list
}

// ownCredential reports whether an action prints a field of a user or session
// that can only be a credential: .User.APIKey.
func ownCredential(path string) bool {
	path = strings.TrimPrefix(path, "$")
	fields := strings.Split(strings.TrimPrefix(path, "."), ".")
	if len(fields) < 2 || strings.ContainsAny(path, " |()\"") {
		return false
	}
	owner := false
	for _, field := range fields[:len(fields)-1] {
		for _, w := range words.Split(field) {
			owner = owner || w == "user" || w == "account" || w == "session" || w == "me" || w == "member"
		}
	}
	switch strings.Join(words.Split(fields[len(fields)-1]), "") {
	case "apikey", "apitoken", "accesstoken", "authtoken", "sessiontoken", "refreshtoken", "jwt", "bearertoken", "sessionid":
		return owner
	}
	return false
}
