package report

import (
	"net/url"
	"strings"
	"testing"
)

// Whatever names and texts are, a finding is one command, and its properties
// are those that we wrote.
func TestGitHub(t *testing.T) {
	sources, sites := scene(t)
	out := run(t, "github", sources, Style{}, sites)
	lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
	if len(lines) != len(sites) {
		t.Fatalf("%d lines for %d findings: %q", len(lines), len(sites), lines)
	}
	for i, line := range lines {
		head, message, ok := strings.Cut(strings.TrimPrefix(line, "::"), "::")
		command, fields, _ := strings.Cut(head, " ")
		list := strings.Split(fields, ",")
		if !ok || command != "error" || len(list) != 6 {
			t.Errorf("%q", line)
			continue
		}
		name, err := url.PathUnescape(strings.TrimPrefix(list[0], "file="))
		if want := Escape(hostile()[i] + ".go"); err != nil || name != want {
			t.Errorf("want %q, have %q (%v)", want, name, err)
		}
		if got := strings.Join(list[1:], ","); got != "line=4,endLine=4,col=13,endColumn=16,title=r" {
			t.Errorf("%q", line)
		}
		if text, err := url.PathUnescape(message); err != nil || !strings.HasPrefix(text, Escape(hostile()[i])+" is bad\n") {
			t.Errorf("%q (%v)", text, err)
		}
	}
}

func TestGitHubLevels(t *testing.T) {
	at, sources := pages(t)
	for severity, want := range map[string]string{"error": "::error ", "warning": "::warning ", "info": "::notice "} {
		site := &Site{Rule: "r", Finding: true, Severity: severity, Message: "m", Range: at(3, 7, 4, 3)}
		got := run(t, "github", sources, Style{}, []*Site{site})
		if got != want+"file=a.go,line=3,endLine=4,title=r::m\n" {
			t.Errorf("%s: %q", severity, got)
		}
	}
}
