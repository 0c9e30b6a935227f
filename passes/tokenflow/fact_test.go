package tokenflow

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// maxFactBytes is what the fact of one function may take.
const maxFactBytes = 2048

func factFiles() map[string]string {
	return map[string]string{
		"lib/lib.go": `package lib

import (
	"crypto/rand"
	"encoding/hex"
	"log"
	mrand "math/rand"
	"net/http"
)

func Strong(n int) string { b := make([]byte, n); rand.Read(b); return hex.EncodeToString(b) }

func Weak() int { return mrand.Int() }

func Bearer(r *http.Request) string { return r.Header.Get("Authorization") }

func Info(format string, args ...any) { log.Printf(format, args...) }

func Cut(s string) string { return s[:4] }

func Silent(n float64) float64 { return n + 1 }
`,
		"app/app.go": "package app\n\nimport (\n\t\"m.test/lib\"\n\t\"net/http\"\n)\n\nfunc newToken() string { return lib.Strong(4) }\n\nfunc Serve(r *http.Request) { lib.Info(\"%s\", lib.Bearer(r)) }\n",
	}
}

// TestFacts: facts are the same in every run, small, and travel as gob.
func TestFacts(t *testing.T) {
	first, second := factsOf(t), factsOf(t)
	if len(first) < 5 {
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

func factsOf(t *testing.T) []string {
	t.Helper()
	var list []string
	for _, act := range analyze(t, factFiles()) {
		for _, f := range act.AllObjectFacts() {
			if f.Object.Pkg() == act.Package.Types {
				list = append(list, fmt.Sprintf("%s %x", f.Object.Name(), encode(t, f.Fact)))
			}
		}
	}
	slices.Sort(list)
	return list
}

func encode(t *testing.T, fact analysis.Fact) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(fact); err != nil {
		t.Fatal(err)
	}
	if b.Len() > maxFactBytes {
		t.Errorf("a fact of %d bytes: %v", b.Len(), fact)
	}
	return b.Bytes()
}

// TestAcross: what another package makes is judged by what the caller wants.
func TestAcross(t *testing.T) {
	flows := flowsOf(t, factFiles(), "app")
	made := flows.At(Made)
	if len(made) != 1 || len(made[0].Origins) != 1 || made[0].Origins[0].Bits != bits(32) {
		t.Errorf("made: %+v", made)
	}
	logged := false
	for _, use := range flows.At(InLog) {
		for _, o := range use.Origins {
			logged = logged || o.Kind == Header && o.Text == "Authorization"
		}
	}
	if !logged {
		t.Error("the header that a wrapper logs is not seen")
	}
}
