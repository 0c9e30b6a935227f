package main

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestExitCodes(t *testing.T) {
	m := newModule(t, "-- web.go --\n"+bad+"-- ok/ok.go --\npackage ok\n")
	m.command("./ok").want(t, 0, "no findings in 1 package\n", "")
	m.command().want(t, 1, "1 finding in 1 file of 1 package: cookiesecure 1\n", "")
	m.command("-exit-zero").want(t, 0, "1 finding", "")
	m.command("-C", "ok").want(t, 0, "no findings", "")
	m.command("-C", "ok", "../...").want(t, 1, "../web.go\n", "")
	m.command("-version").want(t, 0, "sessionlint ", "")
	m.command("-h").want(t, 0, "-exit-zero", "")
	m.command("-h").want(t, 0, "-max-absolute", "")
	m.command("help").want(t, 0, "sessionlint explain RULE", "")
	m.command("help").want(t, 0, "sessionlint gopls", "")
}

func TestOutputFile(t *testing.T) {
	m := newModule(t, "-- web.go --\n"+bad)
	m.command("-f=line", "-o=out.txt").want(t, 1, "", "")
	const want = "web.go:6:21: session cookie is sent over plain HTTP (Secure is never set), set it to true (cookiesecure)\n\tweb.go:6:21: cookie made here\n"
	if got := m.read("out.txt"); got != want {
		t.Errorf("want %q, have %q", want, got)
	}
	if got := m.command("-f=line"); got.out != want || got.err != "" {
		t.Errorf("want %q and nothing on stderr, have %v", want, got)
	}
}

// The JSON output is one object a line: config, progress, sites of all
// verdicts, summary.
func TestJSON(t *testing.T) {
	m := newModule(t, `
-- web.go --
package web

import "net/http"

var secure bool

var (
	A = "😀é" + (&http.Cookie{Name: "session"}).Name
	B = http.Cookie{Name: "session", Secure: true}
	C = http.Cookie{Name: "session", Secure: secure}
	//sessionlint:ignore cookiesecure behind a proxy
	D = http.Cookie{Name: "session"}
)
`)
	res := m.command("-f=json")
	var kinds, verdicts []string
	for line := range strings.Lines(res.out) {
		var event map[string]struct {
			Version, Findings     int
			Rule, Verdict, Reason string
			Range                 struct {
				Start struct{ Line, Column, UTF16 int }
			}
			Rules []struct {
				Rule                                              string
				Findings, Violation, Accepted, Satisfied, Unknown int
			}
		}
		if err := json.Unmarshal([]byte(line), &event); err != nil || len(event) != 1 {
			t.Fatalf("%v in %q", err, line)
		}
		for kind, e := range event {
			kinds = append(kinds, kind)
			switch {
			case kind == "config" && e.Version != 1:
				t.Errorf("version %d", e.Version)
			case e.Rule == "cookiesecure":
				verdicts = append(verdicts, e.Verdict)
			case kind == "summary":
				if c := e.Rules[0]; e.Findings != 1 || c.Rule != "cookiesecure" || c.Findings != 1 || c.Violation != 1 || c.Accepted != 1 || c.Satisfied != 1 || c.Unknown != 1 {
					t.Errorf("summary %+v", e)
				}
			}
			if start := e.Range.Start; start.Line == 8 && (start.Column != 19 || start.UTF16 != 16) {
				t.Errorf("position %+v", start)
			}
		}
	}
	if got := strings.Join(verdicts, " "); got != "violation satisfied unknown accepted" {
		t.Errorf("verdicts %s", got)
	}
	if kinds[0] != "config" || kinds[1] != "progress" || kinds[len(kinds)-1] != "summary" {
		t.Errorf("events %v", kinds)
	}
}

func TestExplain(t *testing.T) {
	m := newModule(t, "")
	m.command("explain", "tokenlog").want(t, 0, "Long text.", "")
	m.command("explain", "3.4.1").want(t, 0, "cookiesecure: report cookies without Secure\n", "")
	m.command("explain", "V3.4.1").want(t, 0, "cookiesecure: ", "")
	m.command("explain", "cwe-532").want(t, 0, "tokenlog: ", "")
	m.command("rules").want(t, 0, "\ncookiesecure ", "")
	m.command("explain", "3.3.1").want(t, 0, "Logout and expiry really end the session\n", "")
	m.command("explain", "7.4.1").want(t, 0, "An ended session stays ended\n", "")
	m.command("explain", "CWE-613").want(t, 0, "logoutinvalidation: not in this version\n", "")
	m.command("explain", "sessionsave").want(t, 0, "Session changes reach the client and the store\n", "")
	m.command("explain", "tokenlgo").want(t, 2, "", `no rule or item "tokenlgo" (did you mean "tokenlog"?)`)
}

func TestCatalogue(t *testing.T) {
	m := newModule(t, "")
	m.command("catalogue").want(t, 0, "### 3.3.1 Logout", "")
	m.command("catalogue", "-f=json", "-asvs=5.0").want(t, 0, `"id": "7.4.1"`, "")
	m.command("catalogue", "-f=yaml", "-o=c.yaml").want(t, 0, "", "")
	if !strings.Contains(m.read("c.yaml"), "id: 3.3.1") {
		t.Error("no items in c.yaml")
	}
	m.command("catalogue", "-f=yml").want(t, 2, "", `did you mean "yaml"?`)
	m.command("catalogue", "-asvs=6").want(t, 2, "", "unknown edition")
	m.command("catalogue", "x").want(t, 2, "", "takes no arguments")
}

// File names and source lines cannot talk to the terminal.
func TestHostileNames(t *testing.T) {
	m := newModule(t, "-- we\x1b]0;b\x07.go --\n"+strings.Replace(bad, `"session"`, "\"session\" /* \x1b[2J\u202e */", 1))
	for _, format := range []string{"text", "line"} {
		res := m.command("-f=" + format)
		res.want(t, 1, `we\x1b]0;b\x07.go`, "")
		if strings.ContainsAny(res.out, "\x1b\x07\u202e") {
			t.Errorf("-f=%s: %q", format, res.out)
		}
	}
	m.command("\x1b[2J").want(t, 2, "", `\x1b[2J`)
}
