package report

import (
	"fmt"
	"io"
	"strings"
)

// github writes workflow commands, which GitHub Actions turns into
// annotations of lines of a pull request:
//
//	::error file=web/login.go,line=3,endLine=3,col=1,endColumn=9,title=rule::message
type github struct {
	out     io.Writer
	sources *Sources
}

func (*github) Config(*Config) error     { return nil }
func (*github) Progress(*Progress) error { return nil }
func (*github) Summary(*Summary) error   { return nil }

func (g *github) Site(s *Site) error {
	if !s.Finding {
		return nil
	}
	name, _ := g.sources.FromRoot(s.Range.path)
	place := fmt.Sprintf("file=%s,line=%d,endLine=%d", property(name), s.Range.Start.Line, s.Range.End.Line)
	if s.Range.Start.Line == s.Range.End.Line { // else columns are an error
		place += fmt.Sprintf(",col=%d,endColumn=%d", s.Range.Start.UTF16, s.Range.End.UTF16)
	}
	text := Escape(s.Message)
	for _, step := range s.Steps {
		text += fmt.Sprintf("\n%s: %s", step.Range, Escape(step.Message))
	}
	if s.URL != "" {
		text += "\n" + s.URL
	}
	command := map[string]string{"error": "error", "info": "notice"}[s.Severity]
	if command == "" {
		command = "warning"
	}
	_, err := fmt.Fprintf(g.out, "::%s %s,title=%s::%s\n", command, place, property(s.Rule), data(text))
	return err
}

// data escapes the message of a workflow command as GitHub's toolkit does.
func data(text string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(text)
}

// property escapes the value of a property. What a terminal would act upon
// is shown as in a Go string.
func property(text string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(data(Escape(text)))
}
