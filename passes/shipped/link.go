package shipped

import (
	"regexp"
	"strings"

	"github.com/grafana/sobek/ast"
	nethtml "golang.org/x/net/html"

	"github.com/sessionlint/sessionlint/internal/words"
)

// inTags finds the actions that print a credential of the user into a hidden
// field, or into the query of an address.
func inTags(page, masked string) []found {
	var list []found
	z := nethtml.NewTokenizer(strings.NewReader(masked))
	for offset := 0; ; {
		kind := z.Next()
		raw := len(z.Raw())
		switch kind {
		case nethtml.ErrorToken:
			return list
		case nethtml.StartTagToken, nethtml.SelfClosingTagToken:
			list = append(list, inTag(page[offset:offset+raw], offset, z.Token())...)
		}
		offset += raw
	}
}

func inTag(text string, offset int, tag nethtml.Token) []found {
	var list []found
	for from, to := range actions(text) {
		if path := inner(text[from:to]); ownCredential(path) {
			switch name, before := attribute(text[:from]); {
			case name == "value" && hidden(tag):
				list = append(list, found{offset + from, offset + to, Field, path})
			case address(name) && strings.Contains(before, "?"):
				list = append(list, found{offset + from, offset + to, Link, path})
			}
		}
	}
	return list
}

// attribute returns the name of the attribute that is open at the end of a
// piece of a tag, and what its value holds so far.
func attribute(text string) (name, value string) {
	equals := strings.LastIndexAny(text, `"'`)
	if equals < 1 || text[equals-1] != '=' {
		return "", ""
	}
	before := strings.TrimRight(text[:equals-1], " \t\n")
	return strings.ToLower(before[strings.LastIndexAny(before, " \t\n")+1:]), text[equals+1:]
}

func address(attribute string) bool {
	switch attribute {
	case "href", "src", "action", "formaction":
		return true
	}
	return false
}

func hidden(t nethtml.Token) bool {
	if t.Data != "input" {
		return false
	}
	for _, a := range t.Attr {
		if a.Key == "type" && strings.EqualFold(a.Val, "hidden") {
			return true
		}
	}
	return false
}

// inQuery is a parameter whose value is not constant.
var inQuery = regexp.MustCompile(`[?&]([A-Za-z_-]+)=` + something)

// link: a script puts a token into the query of an address of its own server:
// "/feed?access_token=" + token.
func (s *statements) link(e ast.Expression) {
	if s.parts[e] || s.sum(e) > maxSum {
		return
	}
	text := s.pieces(e)
	if strings.HasPrefix(text, "http") || strings.HasPrefix(text, "//") {
		return // of somebody else
	}
	for _, parameter := range inQuery.FindAllStringSubmatch(text, -1) {
		switch strings.Join(words.Split(parameter[1]), "") {
		case "accesstoken", "authtoken", "sessiontoken", "sessionid", "jwt", "bearertoken":
			s.list = append(s.list, found{int(e.Idx0()) - 1, int(e.Idx1()) - 1, Link, parameter[1]})
			return
		}
	}
}

// maxSum bounds how many parts a text has that is read.
const maxSum = 50

// sum counts the parts of a text, and notes them: they are none by themselves.
func (s *statements) sum(e ast.Expression) int {
	parts := 1
	for {
		sum, ok := e.(*ast.BinaryExpression)
		if !ok {
			return parts
		}
		s.parts[sum.Left], s.parts[sum.Right] = true, true
		e = sum.Left
		parts++
	}
}
