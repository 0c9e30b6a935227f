package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestDecodeGosec: an issue of gosec counts as a finding of each of our rules
// that it corresponds to, in the function around it; others do not count.
func TestDecodeGosec(t *testing.T) {
	dir := t.TempDir()
	source := "package web\n\ntype server[T any] struct{}\n\nfunc (s *server[T]) login() {\n\t_ = 1\n}\n\nfunc free() {}\n"
	if err := os.WriteFile(filepath.Join(dir, "web.go"), []byte(source), 0o600); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, "web.go")
	report := `{"Issues": [
		{"rule_id": "G124", "details": "cookie", "file": "` + name + `", "line": "6-7"},
		{"rule_id": "G404", "details": "rand", "file": "` + name + `", "line": "9"},
		{"rule_id": "G104", "details": "errors", "file": "` + name + `", "line": "9"}]}`
	got, err := decodeGosec([]byte(report), dir, "sub")
	if err != nil {
		t.Fatal(err)
	}
	want := []finding{
		{"cookiehttponly", "sub/web.go", 6, "server.login", "G124: cookie"},
		{"cookiesamesite", "sub/web.go", 6, "server.login", "G124: cookie"},
		{"cookiesecure", "sub/web.go", 6, "server.login", "G124: cookie"},
		{"tokenrand", "sub/web.go", 9, "free", "G404: rand"},
	}
	if !slices.Equal(got.findings, want) {
		t.Errorf("%v\nwant %v", got.findings, want)
	}
	if got, err := decodeGosec(nil, dir, ""); err != nil || len(got.findings) > 0 {
		t.Errorf("an empty report: %v, %v", got, err)
	}
	if _, err := decodeGosec([]byte(`{"Issues": [{"rule_id": "G404", "line": "x"}]}`), dir, ""); err == nil {
		t.Error("no error for a line that is no number")
	}
}
