package main

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestSARIF(t *testing.T) {
	m := newModule(t, "-- m/go.mod --\nmodule example.com/m\n\ngo 1.25.0\n-- m/a/we b.go --\n"+bad+`
//sessionlint:ignore cookiesecure behind a proxy
var accepted = http.Cookie{Name: "session"}
`)
	m.exec("git", "init", "-q").want(t, 0, "", "")
	var log struct {
		Version string
		Runs    []struct {
			AutomationDetails struct{ ID string }
			Results           []struct {
				RuleID    string
				Locations []struct {
					PhysicalLocation struct{ ArtifactLocation struct{ URI string } }
				}
				Suppressions []struct{ Justification string }
			}
		}
	}
	m.command("-C=m", "-f=sarif", "-show-accepted", "-o=../out.sarif", "./...").want(t, 1, "", "")
	if err := json.Unmarshal([]byte(m.read("out.sarif")), &log); err != nil || len(log.Runs) != 1 || len(log.Runs[0].Results) != 2 {
		t.Fatalf("%v: %+v", err, log)
	}
	run := log.Runs[0]
	if uri := run.Results[0].Locations[0].PhysicalLocation.ArtifactLocation.URI; uri != "m/a/we%20b.go" || run.AutomationDetails.ID != "sessionlint/m/" {
		t.Errorf("%s in %+v", uri, run)
	}
	if s := run.Results[1].Suppressions; len(s) != 1 || s[0].Justification != "behind a proxy" {
		t.Errorf("%+v", run)
	}
	res := m.in("m").command("-f=sarif", "-exit-zero", "./...")
	res.want(t, 0, `"ruleId": "cookiesecure"`, "")
	if strings.Count(res.out, `"ruleId"`) != 1 {
		t.Error(res)
	}
}

func TestGitHubAnnotations(t *testing.T) {
	m := newModule(t, "-- web.go --\n"+bad)
	m.command("-f=github").want(t, 1, "::warning file=web.go,line=6,endLine=6,col=21,endColumn=", "")
	m.command("-f=github").want(t, 1, ",title=cookiesecure::session cookie is sent over plain HTTP (Secure is never set), set it to true%0A", "")
}

// Editors take any output on standard error for a failure and drop all
// findings.
func TestEditors(t *testing.T) {
	m := newModule(t, "-- web.go --\n"+bad+"-- broken/broken.go --\npackage broken\n\nvar x int = \"\"\n")
	if res := m.command("-f=line"); res.code != 1 || res.err != "" || !strings.HasPrefix(res.out, "web.go:6:21: ") {
		t.Error(res)
	}
	res := m.command("-f=line", "./...")
	res.want(t, 2, "web.go:6:21: ", "")
	res.want(t, 2, "\nbroken/broken.go:3:13: cannot use", "")
	if res.err != "" {
		t.Error(res)
	}
}

// What is left after -fix is shown as the file is then.
func TestReportAfterFix(t *testing.T) {
	m := newModule(t, `
-- web.go --
package web

import "net/http"

var A = http.Cookie{
	Name: "session"}

func f() { _ = http.Cookie{Name: "session"} }
`)
	res := m.command("-fix", "-cookiesecure", "-cookiesize")
	res.want(t, 1, "\n2 findings in 1 file of 1 package: cookiesize 2\n", "fixed 2 of 2")
	for _, line := range strings.Split(m.read("web.go"), "\n") {
		if strings.Contains(line, "func f") && !strings.Contains(res.out, " | "+line+"\n") {
			t.Errorf("no excerpt %q in %v", line, res)
		}
	}
}
