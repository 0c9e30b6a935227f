package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/sessionlint/sessionlint/internal/assess"
)

// soundApp meets what a small program without libraries can meet.
const soundApp = `-- web.go --
package web

import (
	"crypto/rand"
	"net/http"
	"time"
)

func start(w http.ResponseWriter) {
	token := rand.Text()
	http.SetCookie(w, &http.Cookie{
		Name:     "__Host-session",
		Value:    token,
		Path:     "/",
		Expires:  time.Now().Add(time.Hour),
		Secure:   true,
		HttpOnly: true,
		SameSite: http.SameSiteLaxMode,
	})
}

func end(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{
		Name:   "__Host-session",
		Path:   "/",
		Secure: true,
		MaxAge: -1,
	})
}
`

// assessed runs the report of a module with the real rules.
func (m *module) assessed(args ...string) *assess.Assessment {
	m.t.Helper()
	real := *m
	real.as = "rules"
	res := real.command(append(append([]string{"report", "-f=json"}, args...), "./...")...)
	a := new(assess.Assessment)
	if err := json.Unmarshal([]byte(res.out), a); err != nil {
		m.t.Fatalf("%v in %v", err, res)
	}
	return a
}

func itemOf(t *testing.T, a *assess.Assessment, id string) *assess.Item {
	t.Helper()
	for _, s := range a.Sections {
		for _, i := range s.Items {
			if i.ID == id {
				return i
			}
		}
	}
	t.Fatalf("no item %s", id)
	return nil
}

// TestStatuses assesses programs in which an item is met, broken, undecidable,
// declared, accepted and absent.
func TestStatuses(t *testing.T) {
	cookie := func(fields string) string {
		return "-- web.go --\npackage web\n\nimport \"net/http\"\n\nvar secure bool // from a flag\n\nfunc Configure(on bool) { secure = on }\n\n" +
			"func start(w http.ResponseWriter, token string) {\n" + fields + "\n}\n"
	}
	const all = "http.SetCookie(w, &http.Cookie{Name: \"session\", Value: token, Path: \"/\", Secure: %s, HttpOnly: true, SameSite: http.SameSiteLaxMode})"
	good, bad, open := fmt.Sprintf(all, "true"), fmt.Sprintf(all, "false"), fmt.Sprintf(all, "secure")
	for _, test := range []struct {
		name, archive, item string
		want                assess.Status
		applicable          string
	}{
		{"met", cookie(good), "3.4.1", assess.Met, "yes"},
		{"violated", cookie(bad), "3.4.1", assess.Violated, "yes"},
		{"unknown", cookie(open), "3.4.1", assess.Unknown, "yes"},
		{"partly", cookie(good + "\n\t" + open), "3.4.1", assess.Partly, "yes"},
		{"one of two", cookie(good + "\n\t" + bad), "3.4.1", assess.Violated, "yes"},
		{"absent", "-- web.go --\npackage web\n", "3.4.1", assess.Unknown, "no"},
		{"absent beside cookies", cookie(good), "3.5.3", assess.Skipped, "no"},
		{"accepted", cookie("//sessionlint:ignore cookiesecure the proxy adds it\n\t" + bad), "3.4.1", assess.Manual, "yes"},
		{"accepted beside good", cookie(good + "\n\n\t//sessionlint:ignore cookiesecure the proxy adds it\n\t" + bad), "3.4.1", assess.Partly, "yes"},
		{"declared", "-- web.go --\n//sessionlint:verified 3.4.1 the gateway sets the cookie\n\npackage web\n", "3.4.1", assess.Manual, "yes"},
		{"declared does not beat a violation", cookie("//sessionlint:verified 3.4.1 no\n\t" + bad), "3.4.1", assess.Violated, "yes"},
		{"prefix missing", cookie(good), "3.4.4", assess.Violated, "yes"},
	} {
		t.Run(test.name, func(t *testing.T) {
			m := newModule(t, test.archive)
			i := itemOf(t, m.assessed(), test.item)
			if i.Status != test.want || i.Applicable.Answer != test.applicable {
				t.Errorf("%s is %s (%s), applicable %+v", test.item, i.Status, i.Why, i.Applicable)
			}
		})
	}
}

// TestIncomplete: what could not be analysed proves nothing.
func TestIncomplete(t *testing.T) {
	m := newModule(t, soundApp+"-- broken/broken.go --\npackage broken\n\nvar x int = \"\"\n")
	a := m.assessed()
	if i := itemOf(t, a, "3.4.1"); i.Status != assess.Partly || len(a.Problems) == 0 {
		t.Errorf("%s (%s), problems %v", i.Status, i.Why, a.Problems)
	}
}

// TestProofs removes, one at a time, the lines that a report names as proof:
// for each item that is met, at least one of them must be what makes it so.
func TestProofs(t *testing.T) {
	if testing.Short() {
		t.Skip("analyses many variants")
	}
	whole := newModule(t, soundApp)
	a := whole.assessed("-level=3")
	met := 0
	for _, s := range a.Sections {
		for _, i := range s.Items {
			if i.Status != assess.Met {
				continue
			}
			met++
			if !losesProof(t, whole, a, i) {
				t.Errorf("%s %s is met whatever line is removed", i.ID, i.Title)
			}
		}
	}
	if met < 8 {
		t.Errorf("only %d items are met", met)
	}
}

// losesProof reports whether the item is no longer met without one of the
// lines that show it.
func losesProof(t *testing.T, m *module, a *assess.Assessment, item *assess.Item) bool {
	if len(item.Proof) == 0 {
		t.Errorf("%s is met without proof", item.ID)
	}
	tried := map[int]bool{}
	for _, site := range a.At(item.Proof) {
		for _, line := range site.Code {
			if tried[line.Line] || !removable(line.Text) {
				continue
			}
			tried[line.Line] = true
			variant := withoutLine(m.read("web.go"), line.Line)
			v := *m
			v.dir = t.TempDir()
			v.write("go.mod", "module example.com/m\n\ngo 1.25.0\n")
			v.write("web.go", variant)
			if b := v.assessed("-level=3"); len(b.Problems) == 0 && itemOf(t, b, item.ID).Status != assess.Met {
				return true
			}
		}
	}
	return false
}

// TestProofOfScripts: that scripts keep no token is shown by the line that
// ships them, and lost with it.
func TestProofOfScripts(t *testing.T) {
	const program = `-- web.go --
package web

import (
	"embed"
	"net/http"
)

//go:embed static
var files embed.FS

func serve() http.Handler { return http.FileServerFS(files) }

func finish(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{Name: "__Host-sid", Value: token, Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
}
-- static/app.js --
document.title = "shop";
`
	m := newModule(t, program)
	if i := itemOf(t, m.assessed(), "3.2.3"); i.Status != assess.Met || len(i.Proof) == 0 {
		t.Errorf("%s (%s)", i.Status, i.Why)
	}
	m.write("web.go", strings.Replace(m.read("web.go"), "//go:embed static\n", "", 1))
	if i := itemOf(t, m.assessed(), "3.2.3"); i.Status != assess.Unknown {
		t.Errorf("without the scripts: %s (%s)", i.Status, i.Why)
	}
	m.write("web.go", strings.Replace(program, "-- web.go --\n", "", 1)[:strings.Index(program, "-- static")-len("-- web.go --\n")])
	m.write("static/app.js", "localStorage.setItem('access_token', t);\n")
	if i := itemOf(t, m.assessed(), "3.2.3"); i.Status != assess.Violated {
		t.Errorf("with a token: %s (%s)", i.Status, i.Why)
	}
}

// removable reports whether a program may be one without a line: what opens or
// closes a block stays.
func removable(text string) bool {
	return !strings.HasSuffix(text, "{") && !strings.Contains(text, "}")
}

// withoutLine removes a line, or where its value is used, makes it a constant.
func withoutLine(text string, line int) string {
	lines := strings.SplitAfter(text, "\n")
	if strings.Contains(lines[line-1], ":=") {
		name, _, _ := strings.Cut(lines[line-1], ":=")
		lines[line-1] = name + ":= \"constant\"; _ = rand.Text\n"
	} else {
		lines = slices.Delete(lines, line-1, line)
	}
	return strings.Join(lines, "")
}

// TestReportFindings: the report and the command find the same, whatever the
// options.
func TestReportFindings(t *testing.T) {
	if testing.Short() {
		t.Skip("analyses examples/shop")
	}
	dir, err := filepath.Abs(filepath.Join("..", "..", "examples", "shop"))
	if err != nil {
		t.Fatal(err)
	}
	m := &module{t: t, dir: dir, as: "rules"}
	for _, args := range [][]string{nil, {"-level=2"}, {"-level=3"}, {"-asvs=5.0", "-level=3"}, {"-severity=info"}, {"-confidence=certain"}, {"-cookiesecure=false"}} {
		m.sameFindings(args)
	}
}

// TestReportFindingsOfFixtures: the same over all fixtures, at each level.
func TestReportFindingsOfFixtures(t *testing.T) {
	if !integration {
		t.Skip("loads large libraries, six times")
	}
	dir, err := filepath.Abs(filepath.Join("..", "..", "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	m := &module{t: t, dir: dir, as: "rules"}
	for _, args := range [][]string{{"-level=1"}, {"-level=2"}, {"-level=3"}} {
		m.sameFindings(args)
	}
}

// TestReportFindingsSilenced: what a directive or a configuration silences in
// the command, it silences in the report. A baseline hides findings of the
// command as known; a report shows them all.
func TestReportFindingsSilenced(t *testing.T) {
	const set = "http.SetCookie(w, &http.Cookie{Name: \"session\", Value: v, Path: \"/\", Secure: true, HttpOnly: %s, SameSite: http.SameSiteLaxMode})"
	m := newModule(t, "-- web.go --\npackage web\n\nimport \"net/http\"\n\nfunc one(w http.ResponseWriter, v string) {\n\t"+fmt.Sprintf(set, "false")+
		"\n}\n\nfunc two(w http.ResponseWriter, v string) {\n\t//sessionlint:ignore cookiehttponly a script shows it\n\t"+fmt.Sprintf(set, "false")+"\n}\n")
	m.as = "rules"
	for _, level := range []string{"-level=1", "-level=2", "-level=3"} {
		m.sameFindings([]string{level})
	}
	m.command("-write-baseline=known.json", "./...").want(t, 0, "", "")
	if list := m.findings("-baseline=known.json", "./..."); len(list) != 0 {
		t.Errorf("the baseline leaves %v", list)
	}
	m.sameFindings(nil)
}

// sameFindings fails the test unless the report and the command find the same.
func (m *module) sameFindings(args []string) {
	t := m.t
	t.Helper()
	a := m.assessed(args...)
	var have []string
	for _, s := range a.At(a.Findings) {
		text := fmt.Sprintf("%s:%d:%d-%d:%d %s %s: %s", s.Range.File, s.Range.Start.Line, s.Range.Start.Column,
			s.Range.End.Line, s.Range.End.Column, s.Rule, s.Category, s.Message)
		for _, step := range s.Steps {
			text += " | " + step.Message
		}
		have = append(have, text)
	}
	slices.Sort(have)
	if want := m.findings(append(slices.Clone(args), "./...")...); len(want) == 0 || !slices.Equal(have, want) {
		t.Errorf("%v: the report finds\n%s\nbut the command finds\n%s", args, strings.Join(have, "\n"), strings.Join(want, "\n"))
	}
	shown := map[int]bool{}
	for _, s := range a.Sections {
		for _, i := range s.Items {
			for _, n := range slices.Concat(i.Sites, i.Advice, i.Beyond) {
				shown[n] = true
			}
		}
	}
	for _, n := range a.Findings {
		if !shown[n] && !slices.Contains(a.Unassigned, n) {
			t.Errorf("%v: finding %s is at no item", args, a.Sites[n].Message)
		}
	}
}

// TestReportFiles: formats by name, files at once, and what is wrong with flags.
func TestReportFiles(t *testing.T) {
	m := newModule(t, soundApp)
	m.as = "rules"
	for name, want := range map[string]string{"r.html": "<!DOCTYPE html>", "r.md": "# Session", "r.adoc": "= Session", "r.json": `"version": 1`} {
		m.command("report", "-o="+name, "./...").want(t, 0, "", "")
		if !strings.Contains(m.read(name), want) {
			t.Errorf("no %q in %s", want, name)
		}
	}
	m.command("report", "-diff=r.json", "./...").want(t, 0, "## Changes since the older report\n\nNone.\n", "")
	m.write("web.go", strings.Replace(m.read("web.go"), "\t\tHttpOnly: true,\n", "", 1))
	m.command("report", "-diff=r.json", "./...").want(t, 1, "3.4.2 Session cookies are HttpOnly: implemented → not implemented\n", "")
	m.command("report", "-diff=r.json", "-level=2", "./...").want(t, 2, "", "the older report is about ASVS 4.0.3 level 1")
	m.write("r.json", "{}")
	m.command("report", "-diff=r.json").want(t, 2, "", "is of version 0, not 1")
	m.command("report", "-f=pdf").want(t, 2, "", "want one of [html markdown asciidoc json]")
	m.command("report", "-h").want(t, 0, "-diff file", "")
	m.command("report", "./...", "-o=x").want(t, 2, "", "flags go first")
	if entries, err := os.ReadDir(m.dir); err != nil || len(entries) != 6 {
		t.Errorf("%v, %v", entries, err)
	}
}

// TestReportBaseline: what the baseline lists is shown as known, is no finding,
// and still breaks the item.
func TestReportBaseline(t *testing.T) {
	m := newModule(t, strings.Replace(soundApp, "\t\tHttpOnly: true,\n", "", 1))
	m.as = "rules"
	before := m.assessed()
	if len(before.Findings) == 0 {
		t.Fatal("no finding")
	}
	m.command("-write-baseline=known.json", "./...")
	after := m.assessed("-baseline=known.json")
	if len(after.Findings) != 0 || len(after.Known) != len(before.Findings) {
		t.Errorf("%d findings, %d known; before %d", len(after.Findings), len(after.Known), len(before.Findings))
	}
	if after.Totals != before.Totals {
		t.Errorf("%+v became %+v", before.Totals, after.Totals)
	}
	page := m.command("report", "-f=markdown", "-baseline=known.json", "./...").out
	for _, want := range []string{"the baseline lists all of them", "**Breaks it, known: the baseline lists it**", "It leaves out 1 more"} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q in the report", want)
		}
	}
}
