package settings

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"go/types"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
)

// factFiles is a package with every kind of fact, and one that uses them.
func factFiles() map[string]string {
	return map[string]string{
		"lib/lib.go": `package lib

import "net/http"

var Conf = struct{ CookieSecure bool }{CookieSecure: true}

func Build(v string) *http.Cookie { return &http.Cookie{Name: "session", Value: v, Secure: true, Path: "/"} }

func Harden(c *http.Cookie) { c.Secure, c.HttpOnly = true, true }

func Send(w http.ResponseWriter, name, v string, secure bool) {
	http.SetCookie(w, &http.Cookie{Name: name, Value: v, Secure: secure, SameSite: http.SameSiteLaxMode})
	http.SetCookie(w, &http.Cookie{Name: "b_session", Value: v, Path: "/b"})
	http.SetCookie(w, &http.Cookie{Name: "a_session", Value: v, Path: "/a"})
}

func Silent(n int) int { return n + 1 }
`,
		"app/app.go": "package app\n\nimport (\n\t\"m.test/lib\"\n\t\"net/http\"\n)\n\nfunc Login(w http.ResponseWriter) { lib.Send(w, \"session\", \"x\", false) }\n",
	}
}

// TestFactsRepeat: two runs over the same files give the same facts, byte for byte.
func TestFactsRepeat(t *testing.T) {
	files := factFiles()
	first, second := factsOf(t, analyze(t, files)), factsOf(t, analyze(t, files))
	if len(first) < 6 {
		t.Errorf("only %d facts: %v", len(first), first)
	}
	if !slices.Equal(first, second) {
		t.Errorf("facts differ:\n%s\n\n%s", strings.Join(first, "\n"), strings.Join(second, "\n"))
	}
	for _, fact := range first {
		if strings.HasPrefix(fact, "Silent ") {
			t.Errorf("a function that says nothing has a fact: %s", fact)
		}
	}
}

// factsOf lists all facts with their encoding.
func factsOf(t *testing.T, done map[string]*checker.Action) []string {
	t.Helper()
	var list []string
	for _, act := range done {
		for _, f := range act.AllObjectFacts() {
			if f.Object.Pkg() == act.Package.Types {
				list = append(list, fmt.Sprintf("%s %v %x", f.Object.Name(), f.Fact, encode(t, f.Fact)))
			}
		}
		for _, f := range act.AllPackageFacts() {
			if f.Package == act.Package.Types {
				list = append(list, fmt.Sprintf("%s %v %x", f.Package.Path(), f.Fact, encode(t, f.Fact)))
			}
		}
	}
	slices.Sort(list)
	return list
}

// TestFactsTravel encodes and decodes every fact, as the go command does
// between packages.
func TestFactsTravel(t *testing.T) {
	for _, act := range analyze(t, factFiles()) {
		for _, f := range act.AllObjectFacts() {
			checkTravel(t, f.Fact)
		}
		for _, f := range act.AllPackageFacts() {
			checkTravel(t, f.Fact)
		}
	}
}

func checkTravel(t *testing.T, fact analysis.Fact) {
	t.Helper()
	again := reflect.New(reflect.TypeOf(fact).Elem()).Interface()
	if err := gob.NewDecoder(bytes.NewReader(encode(t, fact))).Decode(again); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(fact, again) {
		t.Errorf("%v came back as %v", fact, again)
	}
}

func encode(t *testing.T, fact analysis.Fact) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := gob.NewEncoder(&buf).Encode(fact); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// TestFactsSorted: lists in facts are in a fixed order.
func TestFactsSorted(t *testing.T) {
	lib := analyze(t, factFiles())["m.test/lib"]
	cookies := new(CookiesFact)
	if !packageFact(lib, cookies) || len(cookies.Cookies) != 2 {
		t.Fatalf("cookies: %v", cookies)
	}
	if !slices.IsSortedFunc(cookies.Cookies, func(a, b CookieFact) int { return strings.Compare(a.key(), b.key()) }) {
		t.Errorf("not sorted: %v", cookies)
	}
	sum := summaryOf(lib, "Send")
	if sum == nil || len(sum.Sends) == 0 {
		t.Fatalf("no summary of Send: %v", sum)
	}
	for _, s := range sum.Sends {
		if !slices.IsSortedFunc(s.Set, func(a, b SettingFact) int { return int(a.Setting) - int(b.Setting) }) {
			t.Errorf("settings are not sorted: %v", s.Set)
		}
	}
}

func packageFact(act *checker.Action, fact *CookiesFact) bool {
	return act.PackageFact(act.Package.Types, fact)
}

func summaryOf(act *checker.Action, name string) *SummaryFact {
	fn, ok := act.Package.Types.Scope().Lookup(name).(*types.Func)
	sum := new(SummaryFact)
	if !ok || !act.ObjectFact(fn, sum) {
		return nil
	}
	return sum
}

// maxFactBytes is what one function may cost those who import its package.
const maxFactBytes = 8 << 10

// TestFactBytes: a function that does very much has a small fact, and what
// cannot be said in it is unknown to callers.
func TestFactBytes(t *testing.T) {
	var b strings.Builder
	b.WriteString("package big\n\nimport \"net/http\"\n\nfunc Many(w http.ResponseWriter, v string, on bool, c ...*http.Cookie) {\n")
	for i := range 60 {
		fmt.Fprintf(&b, "\thttp.SetCookie(w, &http.Cookie{Name: \"session%d\", Value: v, Secure: on, Path: %q})\n", i, strings.Repeat("x", 300))
	}
	b.WriteString("}\n\nfunc Change(on bool, c0")
	for i := 1; i < 60; i++ {
		fmt.Fprintf(&b, ", c%d", i)
	}
	b.WriteString(" *http.Cookie) {\n")
	for i := range 60 {
		fmt.Fprintf(&b, "\tc%d.Secure, c%d.HttpOnly, c%d.Path, c%d.Domain, c%d.MaxAge = on, on, \"/%d\", \"d\", %d\n", i, i, i, i, i, i, i)
	}
	b.WriteString("}\n")
	user := "package user\n\nimport (\n\t\"m.test/big\"\n\t\"net/http\"\n)\n\nfunc Use(w http.ResponseWriter) {\n\tc := &http.Cookie{Name: \"session\", Value: \"x\"}\n\tbig.Change(true, c" + strings.Repeat(", c", 59) + ")\n\tc.Name = \"session\"\n\thttp.SetCookie(w, c)\n}\n"
	done := analyze(t, map[string]string{"big/big.go": b.String(), "user/user.go": user})
	if sum := summaryOf(done["m.test/big"], "Change"); sum == nil || !sum.Opaque {
		t.Errorf("summary is %v, want an opaque one", sum)
	}
	if sum := summaryOf(done["m.test/big"], "Many"); sum == nil || len(sum.Sends) != maxFact {
		t.Errorf("summary is %v, want %d sends", sum, maxFact)
	}
	for _, f := range done["m.test/big"].AllObjectFacts() {
		if n := len(encode(t, f.Fact)); n > maxFactBytes {
			t.Errorf("the fact of %s has %d bytes", f.Object.Name(), n)
		}
	}
	if got := verdictOf(done, "m.test/user"); got != "unknown" {
		t.Errorf("after an opaque function Secure is %s", got)
	}
}
