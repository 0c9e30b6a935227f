package assess

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/sessionlint/sessionlint/internal/catalogue"
	"github.com/sessionlint/sessionlint/internal/report"
)

// hostile is text that would do something in each of the formats.
const hostile = "<script>alert(1)</script> `x` **b** | ![i](http://e.example/i.png) [l](javascript:x) include::/etc/passwd[] ifdef::x[] {a} &amp; @all\n# h\n== h\n|===\n----\n```\n\x1b[2J\u202e"

func hostileAssessment(t *testing.T) *Assessment {
	code := []report.CodeLine{
		{File: hostile, Line: 1, Text: "include::/etc/passwd[]"},
		{File: hostile, Line: 2, Text: "---- ``` </code></pre><script>alert(2)</script> <1>"},
		{File: "other" + hostile, Line: 3, Text: hostile},
	}
	site := func(verdict string) *Site {
		return &Site{Site: report.Site{
			Rule: "cookiesecure", Package: hostile, Verdict: verdict, Finding: verdict == "violation", Confidence: "certain", Severity: "error",
			Category: "secure", Message: hostile, Reason: hostile, URL: "javascript:alert(3)", Fingerprint: verdict,
			Range: report.Range{File: hostile, Start: report.Position{Line: 1}},
			Steps: []report.Step{{Message: hostile, Range: report.Range{File: hostile, Start: report.Position{Line: 2}}}},
		}, Code: code}
	}
	a, err := New(Input{
		Tool: "sessionlint", ToolVersion: hostile, Modules: []string{hostile}, Patterns: []string{hostile}, Packages: 1, Edition: catalogue.ASVS4, Level: 3,
		Problems: []report.Problem{{Package: hostile, Message: hostile}}, Libraries: []Library{{hostile, hostile, hostile}},
		Rules: []string{"cookiesecure"}, Sites: []*Site{site("violation"), site("satisfied"), site("unknown"), site("accepted")},
		Things: []*Thing{{Kind: hostile, Name: hostile, Library: hostile, Settings: []Setting{{hostile, hostile}}, Issued: []report.Range{{File: hostile}}}},
		Events: []Event{{What: "ended", Cookie: hostile, Range: report.Range{File: hostile}}},
		Routes: []Route{{Method: hostile, Path: hostile, Handler: hostile, Guard: hostile, Why: hostile, Fresh: hostile, Range: report.Range{File: hostile}}},
		Places: []Place{{"sessions", hostile, report.Range{File: hostile}}},
		Facts:  []Fact{{"3.4.1", hostile, report.Range{File: hostile}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	old := *a
	old.Findings, old.Sections = []int{1}, nil
	if err := a.Compare(&old); err != nil {
		t.Fatal(err)
	}
	return a
}

// TestHostile: whatever is in names, messages and code, each format shows it
// as text.
func TestHostile(t *testing.T) {
	a := hostileAssessment(t)
	for format, bad := range map[string]string{
		"html":     `<script|href="javascript|<img |<h1>h`,
		"markdown": "(?m)^.*[^`]<script|^# h|^== h|!\\[|\\]\\(javascript|^\\|===|[^ ]@all|^  ```\n  include",
		"asciidoc": `(?m)^include::|^ifdef::|^== h$|<script>a.*Breaks|image:|\{a\}`,
		"json":     "\x1b",
	} {
		var out bytes.Buffer
		if err := a.Write(&out, format); err != nil {
			t.Fatal(err)
		}
		text := out.String()
		if format == "markdown" || format == "asciidoc" { // in listings and between backticks everything is text
			text = regexp.MustCompile("(?m)^ *\\d+  .*$|^ {4,}.*$|`[^`\n]*`").ReplaceAllString(text, "")
		}
		if found := regexp.MustCompile(bad).FindString(text); found != "" {
			at := strings.Index(text, found)
			t.Errorf("%s: %q in %q", format, found, text[max(0, at-200):at+len(found)])
		}
		if format != "json" && strings.ContainsAny(out.String(), "\x1b\u202e") {
			t.Errorf("%s has control characters", format)
		}
	}
}

// TestTables: each row of a Markdown table has the same number of cells, and
// each AsciiDoc table ends.
func TestTables(t *testing.T) {
	a := hostileAssessment(t)
	var out bytes.Buffer
	if err := a.Write(&out, "markdown"); err != nil {
		t.Fatal(err)
	}
	rows := 0
	for line := range strings.Lines(out.String()) {
		if strings.HasPrefix(line, "| [") {
			rows++
			if strings.Count(line, "|") != 5 {
				t.Errorf("row %q", line)
			}
		}
	}
	if rows < 20 {
		t.Errorf("%d rows", rows)
	}
	out.Reset()
	if err := a.Write(&out, "asciidoc"); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(out.String(), "\n|===\n"); n%2 != 0 || n == 0 {
		t.Errorf("%d table marks", n)
	}
	for _, section := range []string{"V3.1", "V3.2", "V3.3", "V3.4", "V3.5", "V3.6", "V3.7"} {
		if !strings.Contains(out.String(), "\n== "+section) {
			t.Errorf("no section %s", section)
		}
	}
}

// TestEditions: all items of both editions are in the report.
func TestEditions(t *testing.T) {
	for edition, want := range map[catalogue.Edition]int{catalogue.ASVS4: 20, catalogue.ASVS5: 49} {
		a, err := New(Input{Edition: edition, Level: 1})
		if err != nil {
			t.Fatal(err)
		}
		have := 0
		for _, s := range a.Sections {
			for _, i := range s.Items {
				if i.Edition == string(edition) {
					have++
				}
				if i.Status == Met || i.Status == Partly {
					t.Errorf("%s %s is %s without any site", edition, i.ID, i.Status)
				}
			}
		}
		if have != want {
			t.Errorf("%s: %d items, want %d", edition, have, want)
		}
	}
}
