package report

import (
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestEscape(t *testing.T) {
	for in, want := range map[string]string{
		"plain Ünïcödé 世界 😀": "plain Ünïcödé 世界 😀",
		"tab\tstays":         "tab\tstays",
		"\x1b[31m":           `\x1b[31m`,
		"a\u202eb":           `a\u202eb`,
		"a\u200bb":           `a\u200bb`,
		"\u009b0m":           `\x9b0m`,
		"line\u2028":         `line\u2028`,
		"\xff\xfe":           `\xff\xfe`,
		"nul\x00":            `nul\x00`,
		"\U000e0001":         `\U000e0001`,
	} {
		if got := Escape(in); got != want {
			t.Errorf("Escape(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestMark(t *testing.T) {
	long := strings.Repeat("x", 1000)
	tests := []struct {
		source            string
		start, end        int
		line, pad, carets string
	}{
		{"\ta := b", 1, 2, "\ta := b", "\t", "^"},
		{"a\tb c", 2, 3, "a\tb c", " \t", "^"},
		{"世 x", 4, 5, "世 x", "   ", "^"},
		{"é x", 3, 4, "é x", "  ", "^"},
		{"x 世界", 2, 8, "x 世界", "  ", "^^^^"},
		{"\x1b x", 2, 3, `\x1b x`, "     ", "^"},
		{"x", 0, 0, "x", "", "^"},
		{"x", 5, 9, "x", " ", "^"},
		{"x", -1, -1, "x", "", "^"},
		{long + "ab" + long, 1000, 1002, "…" + long[:100] + "ab" + long[:100] + "…", strings.Repeat(" ", 101), "^^"},
	}
	for _, test := range tests {
		line, pad, carets := mark(test.source, test.start, test.end)
		if line != test.line || pad != test.pad || carets != test.carets {
			t.Errorf("mark(%.20q, %d, %d) = %q, %q, %q", test.source, test.start, test.end, line, pad, carets)
		}
	}
}

func TestNames(t *testing.T) {
	dir := t.TempDir()
	s := NewSources(dir)
	for in, want := range map[string]string{
		filepath.Join(dir, "a", "b.go"):               "a/b.go",
		filepath.Join(filepath.Dir(dir), "x", "b.go"): "../x/b.go",
		"/b.go":       "/b.go",
		"relative.go": "relative.go",
	} {
		if got := s.Name(in); got != want {
			t.Errorf("Name(%q) = %q, want %q", in, got, want)
		}
	}
}

// A text report, with and without colours.
func TestText(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.go")
	if err := os.WriteFile(path, []byte("package a\n\tx := 1\r\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, color := range []bool{false, true} {
		var out strings.Builder
		sources := NewSources(dir)
		h, err := New("text", &out, sources, color)
		if err != nil {
			t.Fatal(err)
		}
		at := func(line, from, to int) Range {
			return sources.Range(token.Position{Filename: path, Line: line, Column: from}, token.Position{Filename: path, Line: line, Column: to})
		}
		site := &Site{
			Rule: "r", Finding: true, Verdict: "violation", Message: "x is bad", URL: "https://example.com/r", Range: at(2, 2, 3),
			Steps: []Step{{"made here", at(1, 1, 8)}},
		}
		var tally Tally
		for _, s := range []*Site{site, {Rule: "q", Verdict: "unknown", Range: at(1, 1, 2)}, {Rule: "r", Verdict: "satisfied"}} {
			tally.Add(s)
			if err := h.Site(s); err != nil {
				t.Fatal(err)
			}
		}
		if err := h.Summary(tally.Summary(1, []Rule{{Name: "q"}, {Name: "r"}}, nil)); err != nil {
			t.Fatal(err)
		}
		const want = `a.go
  2:2: x is bad (r)
    2 | 	x := 1
      | 	^
      1:1: made here
    https://example.com/r

1 finding in 1 file of 1 package: r 1
1 place could not be decided (-f json lists them): q 1
next: sessionlint explain r
`
		if got := out.String(); !color && got != want {
			t.Errorf("want\n%s\nhave\n%s", want, got)
		} else if color && !strings.Contains(got, "\x1b[31;1mx is bad\x1b[") {
			t.Errorf("no colour in %q", got)
		}
	}
}

func TestUnknownFormat(t *testing.T) {
	if _, err := New("sarrif", nil, nil, false); err == nil {
		t.Error("no error")
	}
	for _, format := range Formats() {
		if _, err := New(format, nil, NewSources(""), false); err != nil {
			t.Errorf("%s: %v", format, err)
		}
	}
}
