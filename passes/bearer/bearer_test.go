package bearer

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
)

// analyze runs the pass over a file that stands in the module of the fixtures.
func analyze(t *testing.T, text string) *checker.Action {
	t.Helper()
	dir, err := filepath.Abs("../../testdata")
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, "src", "hostile", "hostile.go")
	pkgs, err := packages.Load(&packages.Config{
		Mode: packages.LoadSyntax | packages.NeedModule, Dir: dir, Overlay: map[string][]byte{name: []byte(text)},
	}, "./src/hostile")
	if err != nil {
		t.Fatal(err)
	}
	if len(pkgs) != 1 || len(pkgs[0].Errors) > 0 {
		t.Fatalf("%v", pkgs[0].Errors)
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{Analyzer}, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	if act := graph.Roots[0]; act.Err != nil {
		t.Fatal(act.Err)
	}
	return graph.Roots[0]
}

const begin = `package hostile

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

var _ = time.Hour

type claims struct {
	User string ` + "`json:\"user\"`" + `
	jwt.RegisteredClaims
}

var key []byte

`

// TestLongFunction: thousands of branches between verification and use take a
// bounded number of steps.
func TestLongFunction(t *testing.T) {
	var b strings.Builder
	b.WriteString(begin + "func verify(raw string, c bool) (string, error) {\n\tcl := &claims{}\n\t_, err := jwt.ParseWithClaims(raw, cl, func(*jwt.Token) (any, error) { return key, nil })\n\ts := \"\"\n")
	for i := range 2000 {
		fmt.Fprintf(&b, "\tif c {\n\t\ts = s + %q\n\t}\n", fmt.Sprint(i))
	}
	b.WriteString("\treturn s + cl.User, err\n}\n")
	tokens := analyze(t, b.String()).Result.(*Tokens)
	if len(tokens.Parses()) != 1 || tokens.Steps == 0 || tokens.Steps > maxSteps {
		t.Errorf("%d parses, %d steps", len(tokens.Parses()), tokens.Steps)
	}
	if p := tokens.Parses()[0]; p.Misuse != nil {
		t.Errorf("the error is handed back, and yet: %+v", p.Misuse)
	}
}

// TestMutualRecursion: functions that all call each other, with tokens, key
// functions, options and moments that depend on each other.
func TestMutualRecursion(t *testing.T) {
	const n = 30
	var b strings.Builder
	b.WriteString(begin)
	for i := range n {
		fmt.Fprintf(&b, "func F%d(raw string, d time.Duration, find jwt.Keyfunc, opts ...jwt.ParserOption) (*claims, time.Time, jwt.Keyfunc) {\n", i)
		b.WriteString("\tc := &claims{}\n\tif _, err := jwt.ParseWithClaims(raw, c, find, opts...); err == nil {\n\t\treturn c, time.Now().Add(d), find\n\t}\n")
		for k := range n {
			fmt.Fprintf(&b, "\tif d > %d {\n\t\treturn F%d(raw, d-1, find, append(opts, jwt.WithLeeway(d))...)\n\t}\n", k, k)
		}
		fmt.Fprintf(&b, "\t_, end, again := F%d(raw, d, find)\n\tc.ExpiresAt = jwt.NewNumericDate(end)\n\ts, _ := jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)\n\tc.User = s\n\treturn c, end, again\n}\n\n", (i+1)%n)
	}
	act := analyze(t, b.String())
	if tokens := act.Result.(*Tokens); tokens.Steps > 2*maxSteps {
		t.Errorf("%d steps", tokens.Steps)
	}
}

// TestFactSize: what one function costs those who import its package.
func TestFactSize(t *testing.T) {
	var b strings.Builder
	b.WriteString(begin + "func Options() []jwt.ParserOption {\n\treturn []jwt.ParserOption{\n")
	for i := range 100 {
		fmt.Fprintf(&b, "\t\tjwt.WithValidMethods([]string{\"HS256\", \"method%d\"}), jwt.WithIssuer(\"issuer%d\"),\n", i, i)
	}
	b.WriteString("\t}\n}\n\nfunc Claims() jwt.MapClaims {\n\tc := jwt.MapClaims{}\n")
	for i := range 100 {
		fmt.Fprintf(&b, "\tc[\"claim%d\"] = %d\n", i, i)
	}
	b.WriteString("\treturn c\n}\n")
	act := analyze(t, b.String())
	facts := 0
	for _, f := range act.AllObjectFacts() {
		facts++
		var text bytes.Buffer
		if err := gob.NewEncoder(&text).Encode(f.Fact); err != nil || text.Len() > 1024 {
			t.Errorf("%s: %d bytes, %v", f.Object.Name(), text.Len(), err)
		}
	}
	if facts == 0 {
		t.Error("no facts")
	}
}

// TestForeign: a package that has nothing to do with tokens is not read.
func TestForeign(t *testing.T) {
	tokens := analyze(t, "package hostile\n\nimport \"strings\"\n\nfunc up(s string) string { return strings.ToUpper(s) }\n").Result.(*Tokens)
	if tokens.Steps != 0 {
		t.Errorf("%d steps", tokens.Steps)
	}
}
