package settings

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"

	"github.com/sessionlint/sessionlint/internal/linttest"
)

// hostile are programs that make careless analyses slow or deep, each with the
// verdict that Secure should have.
func hostile() map[string]struct{ text, verdict string } {
	const head = "package p\n\nimport \"net/http\"\n\n"
	gen := func(verdict string, parts ...string) struct{ text, verdict string } {
		return struct{ text, verdict string }{head + strings.Join(parts, ""), verdict}
	}
	repeat := func(n int, line func(i int) string) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(line(i))
		}
		return b.String()
	}
	return map[string]struct{ text, verdict string }{
		"statements": gen("on", "func F(w http.ResponseWriter, v string) {\n\tn := 0\n\tc := &http.Cookie{Name: \"session\", Value: v}\n",
			repeat(10_000, func(i int) string { return fmt.Sprintf("\tn += %d\n\tc.MaxAge = n\n", i) }),
			"\tc.Secure = true\n\thttp.SetCookie(w, c)\n}\n"),
		"recursion": gen("off", repeat(200, func(i int) string {
			return fmt.Sprintf("func f%d(w http.ResponseWriter, c *http.Cookie, n int) {\n\tif n > 0 {\n\t\tf%d(w, c, n-1)\n\t\tf%d(w, c, n-2)\n\t}\n\tc.HttpOnly = true\n\thttp.SetCookie(w, c)\n}\n\n", i, (i+1)%200, (i+7)%200)
		}), "func F(w http.ResponseWriter, v string) {\n\thttp.SetCookie(w, &http.Cookie{Name: \"session\", Value: v})\n\tf0(w, &http.Cookie{Name: \"session\", Value: v}, 3)\n}\n"),
		"closures": gen("on", "func F(w http.ResponseWriter, v string) {\n\tc := &http.Cookie{Name: \"session\", Value: v, Secure: true}\n",
			strings.Repeat("\tfunc() {\n", 30), "\tc.HttpOnly = true\n\thttp.SetCookie(w, c)\n", strings.Repeat("\t}()\n", 30), "}\n"),
		"generics": gen("off", "func G[T any](w http.ResponseWriter, v T, n int) {\n\thttp.SetCookie(w, &http.Cookie{Name: \"session\", Value: \"x\" + string(rune(n))})\n\tif n > 0 {\n\t\tG(w, v, n-1)\n\t}\n}\n"),
		"cases": gen("on", "func F(w http.ResponseWriter, v string, n int) {\n\tc := &http.Cookie{Name: \"session\", Value: v, Secure: true}\n\tswitch n {\n",
			repeat(2_000, func(i int) string { return fmt.Sprintf("\tcase %d:\n\t\tc.SameSite = http.SameSite(%d)\n", i, i%50) }),
			"\t}\n\thttp.SetCookie(w, c)\n}\n"),
		"values": gen("on", "func F(w http.ResponseWriter, v string, n int) {\n\tpath := \"\"\n\tswitch n {\n",
			repeat(2_000, func(i int) string { return fmt.Sprintf("\tcase %d:\n\t\tpath = \"/%d\" + path\n", i, i) }),
			"\t}\n\thttp.SetCookie(w, &http.Cookie{Name: \"session\", Value: v, Secure: true, Path: path})\n}\n"),
		"chain": gen("off", repeat(300, func(i int) string {
			return fmt.Sprintf("func f%d(w http.ResponseWriter, v string, on bool) { f%d(w, v, on) }\n\n", i, i+1)
		}), "func f300(w http.ResponseWriter, v string, on bool) {\n\thttp.SetCookie(w, &http.Cookie{Name: \"session\", Value: v, Secure: on})\n}\n\nfunc F(w http.ResponseWriter, v string) {\n\tf0(w, v, false)\n\tf299(w, v, false)\n}\n"),
		"fan": gen("off", repeat(12, func(i int) string {
			return fmt.Sprintf("func f%d(w http.ResponseWriter, v string, on bool) {\n%s}\n\n", i, strings.Repeat(fmt.Sprintf("\tf%d(w, v, on)\n", i+1), 4))
		}), "func f12(w http.ResponseWriter, v string, on bool) {\n\thttp.SetCookie(w, &http.Cookie{Name: \"session\", Value: v, Secure: on})\n}\n\nfunc F(w http.ResponseWriter, v string) {\n\tf11(w, v, false)\n}\n"),
	}
}

// maxHostileWork is far below maxWork: the answers do not come from giving up.
const maxHostileWork = 1_000_000

// TestHostile bounds the work on hostile programs by its own measure.
func TestHostile(t *testing.T) {
	files := map[string]string{}
	for name, program := range hostile() {
		files[name+"/p.go"] = program.text
	}
	done := analyze(t, files)
	for name, program := range hostile() {
		act := done["m.test/"+name]
		if steps := workOf(act); steps == 0 || steps > maxHostileWork {
			t.Errorf("%s: %d steps", name, steps)
		}
		if got := verdictOf(done, "m.test/"+name); got != program.verdict {
			t.Errorf("%s: %s, want %s", name, got, program.verdict)
		}
	}
}

func workOf(act *checker.Action) int { return act.Result.(*Settings).work }

// BenchmarkHostile shows the time that goes with the work.
func BenchmarkHostile(b *testing.B) {
	for name, program := range hostile() {
		pkgs := linttest.Load(b, map[string]string{name + "/p.go": program.text})
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := checker.Analyze([]*analysis.Analyzer{Analyzer}, pkgs, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// TestBroken: code with type errors gives an error, not a panic.
func TestBroken(t *testing.T) {
	texts := []string{
		"package p\n\nimport \"net/http\"\n\nfunc F(w http.ResponseWriter) { http.SetCookie(w, &http.Cookie{Nam: 1, Secure: undefined}) }\n",
		"package p\n\nimport \"net/http\"\n\nfunc F(w http.ResponseWriter) { http.SetCookie(w) }\n",
		"package p\n\nfunc F( {\n",
	}
	for i, text := range texts {
		for _, act := range runAll(t, map[string]string{fmt.Sprintf("b%d/p.go", i): text}, Analyzer) {
			if act.Err == nil {
				t.Errorf("no error for %q", text)
			}
		}
	}
}
