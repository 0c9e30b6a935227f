package toolchain

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestTooOld(t *testing.T) {
	tests := []struct {
		directive, have string
		tooOld          bool
	}{
		{"1.26", "go1.26.8", false},
		{"go1.26.9", "go1.26.8", false}, // the language is the same
		{"1.24.0", "go1.26.8", false},
		{"1.27", "go1.26.8", true},
		{"go1.27.3", "go1.26.8", true},
		{"1.27", "devel +abcdef", false}, // we cannot know
		{"", "go1.26.8", false},
		{"nonsense", "go1.26.8", false},
	}
	for _, test := range tests {
		got := tooOld(test.directive, test.have)
		if (got != "") != test.tooOld {
			t.Errorf("tooOld(%q, %q) = %q", test.directive, test.have, got)
		}
		if test.tooOld && (!strings.Contains(got, Rebuild) || strings.Contains(got, "\n")) {
			t.Errorf("tooOld(%q, %q) = %q: want one line with the command", test.directive, test.have, got)
		}
	}
}

func TestDirective(t *testing.T) {
	dir := t.TempDir()
	below := filepath.Join(dir, "a", "b")
	if err := os.MkdirAll(below, 0o777); err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"module m\n\ngo 1.25.0\n":           "1.25.0",
		"module m\ngo 1.25 // why\n":        "1.25",
		"module m\n\n// go 1.3\ngo 1.27rc1": "1.27rc1",
		"module m\n":                        "",
	} {
		if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		if got := Directive(below); got != want {
			t.Errorf("Directive with %q = %q, want %q", text, got, want)
		}
	}
}
