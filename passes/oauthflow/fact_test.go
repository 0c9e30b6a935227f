package oauthflow

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
)

// maxFactBytes is what the fact of one function may take.
const maxFactBytes = 512

// analyze runs the pass over fixtures.
func analyze(t *testing.T, patterns ...string) []*checker.Action {
	t.Helper()
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadSyntax | packages.NeedModule, Dir: "../../testdata"}, patterns...)
	if err != nil {
		t.Fatal(err)
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{Analyzer}, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, act := range graph.Roots {
		if act.Err != nil {
			t.Fatal(act.Err)
		}
	}
	return graph.Roots
}

func factsOf(t *testing.T) []string {
	var out []string
	for _, act := range analyze(t, "./src/oauthstate/crosspkg/lib", "./src/oauthpresence/crosspkg/lib", "./src/reauthmaxage/crosspkg/lib") {
		for _, f := range act.AllObjectFacts() {
			if fact, ok := f.Fact.(*LoginFact); ok {
				small(t, fact)
				out = append(out, f.Object.Name()+": "+fact.String())
			}
		}
	}
	slices.Sort(out)
	return out
}

// small: facts travel as gob and stay small.
func small(t *testing.T, fact *LoginFact) {
	t.Helper()
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(fact); err != nil {
		t.Fatal(err)
	}
	if b.Len() > maxFactBytes {
		t.Errorf("%v takes %d bytes", fact, b.Len())
	}
	back := new(LoginFact)
	if err := gob.NewDecoder(&b).Decode(back); err != nil || *back != *fact {
		t.Errorf("%v came back as %v (%v)", fact, back, err)
	}
}

// TestFacts: what the fixtures' libraries are to their callers.
func TestFacts(t *testing.T) {
	want := []string{
		"CheckState: login compares state",
		"Client: login openid",
		"Fetch: login user(2)",
		"LoginURL: login start(state=2 options=3 nonce=false maxage=false)",
		"PlainURL: login start(state=2 options=0 nonce=false maxage=false) openid",
		"Trade: login exchange(3 pkce=false)",
		"Trade: login exchange(3 pkce=false)",
		"TradeVerified: login exchange(3 pkce=true)",
		"URL: login start(state=2 options=3 nonce=false maxage=false) openid",
		"Verify: login exchange(4 pkce=false)",
	}
	got := factsOf(t)
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
	if again := factsOf(t); !slices.Equal(got, again) {
		t.Errorf("the second time\n%s", strings.Join(again, "\n"))
	}
}

// TestDeterministic: the same program, the same logins in the same order.
func TestDeterministic(t *testing.T) {
	show := func() string {
		var b strings.Builder
		for _, act := range analyze(t, "./src/oauthstate/...", "./src/oauthpresence/...", "./src/logins/...") {
			l := act.Result.(*Logins)
			for _, s := range l.Starts {
				fmt.Fprintln(&b, act.Package.PkgPath, s.Function, s.OpenID, len(s.State.Origins), s.State.Variable, s.Open)
			}
			for _, c := range l.Callbacks {
				fmt.Fprintln(&b, act.Package.PkgPath, c.Function, c.State, c.PKCE)
			}
			for _, u := range l.Users {
				fmt.Fprintln(&b, act.Package.PkgPath, u.Function, u.Asked, u.Traded, u.Logs)
			}
		}
		return b.String()
	}
	first := show()
	if strings.Count(first, "\n") < 30 {
		t.Errorf("only\n%s", first)
	}
	if second := show(); first != second {
		t.Errorf("first\n%s\nthen\n%s", first, second)
	}
}
