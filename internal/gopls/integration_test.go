package gopls

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestGopls builds the newest gopls and an older one with our rules, and uses
// them as an editor and a coding agent do.
func TestGopls(t *testing.T) {
	if os.Getenv("SESSIONLINT_INTEGRATION") == "" {
		t.Skip("set SESSIONLINT_INTEGRATION=1: this builds gopls twice")
	}
	for _, version := range []string{"latest", "v0.23.0"} {
		t.Run(version, func(t *testing.T) {
			var gopls string
			if !t.Run("Build", func(t *testing.T) { gopls = built(t, version) }) {
				t.FailNow()
			}
			if version == "latest" {
				t.Run("Fixtures", func(t *testing.T) { testFixtures(t, gopls) })
			} else {
				t.Run("Released", func(t *testing.T) { testReleased(t, version) })
			}
			for name, test := range map[string]func(*testing.T, string){
				"Diagnostics": testDiagnostics, "Typing": testTyping, "QuickFix": testQuickFix,
				"Switch": testSwitch, "Configuration": testConfiguration, "Restart": testRestart,
				"Shop": testShop, "Agent": testAgent,
			} {
				t.Run(name, func(t *testing.T) { test(t, gopls) })
			}
		})
	}
}

const file = "web/web.go"

func testDiagnostics(t *testing.T, gopls string) {
	e := open(t, gopls, app(t), nil)
	e.visit(file)
	found := e.until(file, "cookiehttponly", "cookiesecure")
	d := found[1]
	if d.Range.Start.Line != 11 || d.Code != "no-secure" || d.Severity != 2 || !strings.Contains(d.Message, "Secure is never set") {
		t.Errorf("diagnostic in the wrong place, or of the wrong kind: %+v", d)
	}
	if want := "docs/rules/cookiesecure.md#no-secure"; !strings.HasSuffix(d.CodeDescription.Href, want) {
		t.Errorf("link is %q, want …%s", d.CodeDescription.Href, want)
	}
}

func testTyping(t *testing.T, gopls string) {
	e := open(t, gopls, app(t), nil)
	text := e.visit(file)
	e.until(file, "cookiehttponly", "cookiesecure")
	e.edit(file, strings.Replace(text, "Secure: true, ", "", 1))
	e.until(file, "cookiehttponly", "cookiesecure", "cookiesecure")
	e.edit(file, strings.Replace(text, "admin_session", "theme", 1))
	e.until(file, "cookiesecure")

	const other = "auth/auth.go" // whose facts the finding depends on
	e.edit(other, strings.Replace(e.visit(other), "HttpOnly:", "Secure: true, HttpOnly:", 1))
	e.until(file)
}

func testQuickFix(t *testing.T, gopls string) {
	e := open(t, gopls, app(t), nil)
	text := e.visit(file)
	found := e.until(file, "cookiehttponly", "cookiesecure")
	title, fixed := e.fix(file, text, found[0])
	if title != "Set HttpOnly: true" || !strings.Contains(fixed, "HttpOnly: true") {
		t.Errorf("fix %q makes:\n%s", title, fixed)
	}
	e.edit(file, fixed)
	e.until(file, "cookiesecure")
}

func testSwitch(t *testing.T, gopls string) {
	e := open(t, gopls, app(t), map[string]any{"analyses": map[string]bool{"cookiesecure": false}})
	e.visit(file)
	e.until(file, "cookiehttponly")
}

// testConfiguration changes configuration files, and nothing else, while gopls
// is running. The editor does not tell it.
func testConfiguration(t *testing.T, gopls string) {
	dir := app(t)
	e := open(t, gopls, dir, nil)
	e.visit("auth/auth.go") // has facts that the other file needs, whatever the configuration of each is
	e.visit(file)
	e.until(file, "cookiehttponly", "cookiesecure")

	configure(t, dir, "rules: {cookiesecure: false}")
	e.until(file, "cookiehttponly")
	configure(t, dir, "rules: {cookiehttponly: false}")
	e.until(file, "cookiesecure")
	configure(t, dir, "")
	e.until(file, "cookiehttponly", "cookiesecure")
	configure(t, dir, "rules: {cookiesecure: false}") // as before: gopls has results of that time
	e.until(file, "cookiehttponly")

	configure(t, dir, "levle: 2")
	if d := e.until(file, "sessionlint")[0]; !strings.Contains(d.Message, `.sessionlint.yaml:1: unknown key "levle"`) {
		t.Errorf("complaint about the configuration: %s", d.Message)
	}
	configure(t, filepath.Join(dir, "web"), "rules: {cookiehttponly: false}") // nearer, so it is the one
	e.until(file, "cookiesecure")
}

// testRestart changes the configuration while gopls is not running.
func testRestart(t *testing.T, gopls string) {
	dir := app(t)
	for i, rule := range []string{"cookiehttponly", "cookiesecure", "cookiehttponly"} {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			off := map[string]string{"cookiehttponly": "cookiesecure", "cookiesecure": "cookiehttponly"}[rule]
			configure(t, dir, "rules: {"+off+": false}")
			e := open(t, gopls, dir, nil)
			e.visit(file)
			e.until(file, rule)
		})
	}
}

// testAgent asks as a coding agent does.
func testAgent(t *testing.T, gopls string) {
	dir := app(t)
	text := agent(t, gopls, dir, filepath.Join(dir, file))
	for _, want := range []string{
		`session cookie "session" is sent over plain HTTP (Secure is never set), set it to true`,
		`session cookie "admin_session" is readable by scripts (HttpOnly is never set), set it to true`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in what an agent reads:\n%s", want, text)
		}
	}
}
