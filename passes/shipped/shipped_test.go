package shipped

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// FuzzRead: whatever a page or script contains, it is read without a panic, in
// time, and what is found lies within it.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		`<script>localStorage.setItem("token", "{{.X}}")</script>`, `localStorage.token = x; {{if .A}}b{{else}}c{{end}}`, `document.cookie = "a=" + b`,
		"<script>localStorage['a']=`${x}`", "{{", "localStorage}}{{", "\xff\xfelocalStorage.a=1", `<script type=module>import a from "b"; localStorage.a = a</script>`,
		"//# sourceMappingURL=/etc/passwd\nlocalStorage.token = x",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, what := range []kind{html, script} {
			list, _ := read(text, what)
			for _, w := range list {
				if w.from < 0 || w.from > w.to || w.to > len(text) {
					t.Errorf("%d to %d in %d bytes", w.from, w.to, len(text))
				}
			}
		}
		if len(mask(text)) != len(text) {
			t.Errorf("mask changes the length of %q", text)
		}
	})
}

// TestDeep: text that nests or repeats without end does no harm.
func TestDeep(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("(", 50000), strings.Repeat("[", 50000), strings.Repeat("a=>", 50000), strings.Repeat("!", 100000), strings.Repeat("x?y:", 40000),
		strings.Repeat("a=", 60000) + "1", strings.Repeat("a+", 60000) + "1", strings.Repeat("new ", 40000), strings.Repeat("{{if .A}}", 20000),
		strings.Repeat("<script>", 20000), strings.Repeat("if(a)", 30000) + ";", strings.Repeat("`${", 30000), strings.Repeat("a.b", 40000), strings.Repeat("await ", 30000),
	} {
		scriptWrites("localStorage.a = 1;" + text)
		read("<script>localStorage.a = 1;"+text, html)
	}
}

// TestLinksOutside: what lies outside the module is not read, be it through a
// link or a path; links within it are followed.
func TestLinksOutside(t *testing.T) {
	outside, dir := t.TempDir(), t.TempDir()
	for _, name := range []string{filepath.Join(outside, "x.js"), filepath.Join(dir, "real", "x.js")} {
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for link, target := range map[string]string{"static": outside, "within": filepath.Join(dir, "real")} {
		if err := os.Symlink(target, filepath.Join(dir, link)); err != nil {
			t.Skip(err)
		}
	}
	for pattern, want := range map[string]int{
		"real": 1, "real/*": 1, "within/*": 1, "static": 0, "static/*": 0, "static/x.js": 0, "../*": 0, outside: 0, "*": 1, "[": 0,
	} {
		if got := new(reader).match(dir, pattern); len(got) != want {
			t.Errorf("%s: %v, want %d files", pattern, got, want)
		}
	}
}
