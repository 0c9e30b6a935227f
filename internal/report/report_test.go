package report

import (
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
		start, end, room  int
		line, pad, carets string
	}{
		{"\ta := b", 1, 2, 80, "a := b", "", "^"},
		{"\t\ta\tb c  ", 4, 5, 80, "a b c", "  ", "^"},
		{"世 x", 4, 5, 80, "世 x", "   ", "^"},
		{"é x", 3, 4, 80, "é x", "  ", "^"},
		{"x 世界", 2, 8, 80, "x 世界", "  ", "^^^^"},
		{"\x1b x", 2, 3, 80, `\x1b x`, "     ", "^"},
		{"x", 0, 0, 80, "x", "", "^"},
		{"x", 5, 9, 80, "x", " ", "^"},
		{"x", -1, -1, 80, "x", "", "^"},
		{long + "ab" + long, 1000, 1002, 30, "…" + long[:9] + "ab" + long[:17] + "…", strings.Repeat(" ", 10), "^^"},
		{strings.Repeat("y ", 10) + "ab " + long, 20, 22, 30, strings.Repeat("y ", 10) + "ab " + long[:6] + "…", strings.Repeat(" ", 20), "^^"},
		{"a " + long, 2, 1002, 30, "a " + long[:27] + "…", "  ", strings.Repeat("^", 28)},
		{long + "世界", 1003, 1006, 0, "…xxx世界", strings.Repeat(" ", 6), "^^"},
	}
	for _, test := range tests {
		line, pad, carets := mark(test.source, test.start, test.end, test.room)
		if line != test.line || pad != test.pad || carets != test.carets {
			t.Errorf("mark(%.20q, %d, %d, %d) = %q, %q, %q", test.source, test.start, test.end, test.room, line, pad, carets)
		}
	}
}

// No excerpt is wider than its room.
func TestMarkFits(t *testing.T) {
	for _, source := range []string{strings.Repeat("世", 200), strings.Repeat("a\tb ", 90), strings.Repeat("\x1b", 99)} {
		for room := 20; room < 140; room += 7 {
			for start := 0; start < len(source); start += 11 {
				line, pad, carets := mark(source, start, start+start%60, room)
				if width(line) > room || width(pad)+width(carets) > max(room, width(pad)+1) {
					t.Fatalf("mark(%.9q, %d, %d): %d columns, %q, %q", source, start, room, width(line), pad, carets)
				}
			}
		}
	}
}

func TestWrap(t *testing.T) {
	for _, test := range []struct {
		n, reserve int
		want       string
	}{{80, 5, "one two three"}, {14, 5, "one two|three"}, {7, 0, "one two|three"}, {1, 0, "one|two|three"}, {-4, 9, "one|two|three"}} {
		if got := strings.Join(wrap("one two three", test.n, test.reserve), "|"); got != test.want {
			t.Errorf("%d: %q", test.n, got)
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

func TestUnknownFormat(t *testing.T) {
	if _, err := New("sarrif", nil, nil, Style{}); err == nil {
		t.Error("no error")
	}
	for _, format := range Formats() {
		if _, err := New(format, nil, NewSources(""), Style{}); err != nil {
			t.Errorf("%s: %v", format, err)
		}
	}
}
