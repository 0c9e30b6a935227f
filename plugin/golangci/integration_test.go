package golangci_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// These tests run a real golangci-lint:
//
//	SESSIONLINT_INTEGRATION=1 go test -timeout 40m ./plugin/golangci

// TestCorpus compares golangci-lint with the command on all code we have.
func TestCorpus(t *testing.T) {
	for _, test := range []struct {
		name, dir, pattern string
		level              int
	}{
		{"shop", "../../examples/shop", "./...", 1},
		{"shop at level 2", "../../examples/shop", "./...", 2},
		{"fixtures", "../../testdata", "./src/...", 1},
		{"fixtures at level 3", "../../testdata", "./src/...", 3},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := in(t, test.dir)
			want := p.findings(fmt.Sprintf("-level=%d", test.level), test.pattern)
			issues := p.issues(configuration(fmt.Sprintf("level: %d", test.level)), test.pattern)
			if len(want) < 10 {
				t.Fatalf("the command has only %d findings", len(want))
			}
			equal(t, p.places(issues), slices.DeleteFunc(want, notInGo))
			for _, i := range issues {
				if i.FromLinter != "sessionlint" || strings.Contains(i.Text, "related information") {
					t.Errorf("%s: %s", i.FromLinter, i.Text)
				}
			}
		})
	}
}

// notInGo reports whether a finding is in a page or script: golangci-lint drops
// what is reported outside Go files (docs/drivers.md).
func notInGo(place string) bool {
	file, _, _ := strings.Cut(place, ":")
	return !strings.HasSuffix(file, ".go")
}

// equal fails the test for each difference.
func equal(t *testing.T, have, want []string) {
	t.Helper()
	for _, place := range want {
		if !slices.Contains(have, place) {
			t.Errorf("golangci-lint does not find %s", place)
		}
	}
	for _, place := range have {
		if !slices.Contains(want, place) {
			t.Errorf("only golangci-lint finds %s", place)
		}
	}
}

const twoCookies = `
-- web/web.go --
package web

import (
	"crypto/rand"
	"net/http"

	"example.com/m/cookie"
)

func login(w http.ResponseWriter) {
	http.SetCookie(w, cookie.New("session_id", rand.Text()))
}

func admin(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{
		Name: "admin_session", Value: rand.Text(), Path: "/", HttpOnly: true, SameSite: http.SameSiteLaxMode,
	})
}
-- cookie/cookie.go --
package cookie

import "net/http"

func New(name, value string) *http.Cookie {
	return &http.Cookie{Name: name, Value: value, Path: "/", Secure: true, HttpOnly: true}
}
`

// TestSettings: settings select and refuse.
func TestSettings(t *testing.T) {
	p := scratch(t, twoCookies)
	both := []string{"web/web.go:11 cookiesamesite", "web/web.go:15 cookiesecure"}
	for _, test := range []struct {
		settings string
		want     []string
	}{
		{"", both},
		{"asvs: 5.0", both[1:]}, // cookiesamesite is of level 2 there
		{"ignorecookies: [session_id]", both[1:]},
		{"rules: {cookiesecure: false}", both[:1]},
		{"rules: {cookieprefix: {require: true}}", append([]string{"web/web.go:11 cookieprefix"}, both...)},
	} {
		equal(t, p.places(p.issues(configuration(test.settings))), test.want)
	}
	_, stderr, code := p.lint(configuration("levl: 2"))
	if code < 2 || !strings.Contains(stderr, `unknown setting "levl" (did you mean "level"?)`) {
		t.Errorf("an unknown key: exit code %d\n%s", code, stderr)
	}
}

// TestCache: facts of packages that did not change come from golangci-lint's
// cache, and a change of our configuration file is noticed.
func TestCache(t *testing.T) {
	p := scratch(t, twoCookies)
	config := configuration("")
	cold := p.places(p.issues(config))
	equal(t, cold, p.findings("./..."))
	equal(t, p.places(p.issues(config)), cold)

	web, err := os.ReadFile(filepath.Join(p.dir, "web", "web.go"))
	if err != nil {
		t.Fatal(err)
	}
	p.write("web/web.go", string(web)+"\n// changed\n")
	equal(t, p.places(p.issues(config)), cold)
	equal(t, p.places(p.issues(config, "./web")), cold)

	p.write(".sessionlint.yaml", "ignorecookies: [session_id]\n")
	equal(t, p.places(p.issues(config)), []string{"web/web.go:15 cookiesecure"})
	equal(t, p.places(p.issues(configuration("ignorecookies: none"))), cold) // settings win
	p.write(".sessionlint.yaml", "levl: 2\n")
	if _, stderr, code := p.lint(config); code < 2 || !strings.Contains(stderr, ".sessionlint.yaml:1: unknown key") {
		t.Errorf("a faulty configuration file: exit code %d\n%s", code, stderr)
	}
}

// TestSuppression: our directives work, and //nolint, of which nolintlint only
// calls the idle one unused.
func TestSuppression(t *testing.T) {
	const template = `
-- web.go --
package web

import (
	"crypto/rand"
	"net/http"
)

func cookie() *http.Cookie {
	return &http.Cookie{Name: "session_id", Value: rand.Text(), HttpOnly: true, SameSite: http.SameSiteLaxMode}
}

func a(w http.ResponseWriter) {
	http.SetCookie(w, cookie())
}

func b(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "session_id", Value: rand.Text(), HttpOnly: true, SameSite: http.SameSiteLaxMode}) //nolint:sessionlint // a reason
}

//nolint:sessionlint // a reason
func c(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "session_id", Value: rand.Text(), HttpOnly: true, SameSite: http.SameSiteLaxMode})
}

func d(w http.ResponseWriter) {
	//sessionlint:ignore cookiesecure a reason
	http.SetCookie(w, &http.Cookie{Name: "session_id", Value: rand.Text(), HttpOnly: true, SameSite: http.SameSiteLaxMode})
}

func e() int {
	return 1 //nolint:sessionlint // idle
}
`
	p := scratch(t, template)
	want := p.findings("./...")
	if len(want) != 1 {
		t.Fatalf("the command finds %v, want one finding", want)
	}
	var unused []int
	var rest []issue
	for _, i := range p.issues(configuration("", "nolintlint")) {
		if i.FromLinter == "nolintlint" {
			unused = append(unused, i.Pos.Line)
		} else {
			rest = append(rest, i)
		}
	}
	equal(t, p.places(rest), want)
	if !slices.Equal(unused, []int{31}) {
		t.Errorf("nolintlint finds the comments on lines %v unused, want 31", unused)
	}
}

// TestFix: --fix makes of the shop and of the fixtures what the command makes
// of them.
func TestFix(t *testing.T) {
	for dir, pattern := range map[string]string{"../../examples/shop": "./...", "../../testdata": "./src/..."} {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			ours, theirs := copyOf(t, dir), copyOf(t, dir)
			before := len(ours.findings(pattern))
			if out, errs, code := ours.run(ours.command, "-fix", pattern); code > 1 {
				t.Fatalf("exit code %d\n%s%s", code, out, errs)
			}
			theirs.issues(configuration(""), "--fix", pattern)
			after := theirs.findings(pattern)
			if len(after) >= before {
				t.Errorf("%d findings before and %d after", before, len(after))
			}
			same(t, theirs.dir, ours.dir)
		})
	}
}

// same fails the test unless all Go files in two directories are the same.
func same(t *testing.T, have, want string) {
	t.Helper()
	err := filepath.WalkDir(want, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".go" {
			return err
		}
		name, err := filepath.Rel(want, path)
		if err != nil {
			return err
		}
		a, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		b, err := os.ReadFile(filepath.Join(have, name))
		if string(a) != string(b) {
			t.Errorf("golangci-lint makes another %s than the command:\n%s", name, b)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
