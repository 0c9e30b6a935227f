package webhandlers

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/linttest"
)

// handlersOf returns the handlers of one of the packages of a module.
func handlersOf(t testing.TB, files map[string]string, path string) *Handlers {
	t.Helper()
	return linttest.Analyze(t, Analyzer, files)["m.test/"+path].Result.(*Handlers)
}

// factsOf returns the facts that packages have of their own functions, encoded.
func factsOf(t testing.TB, files map[string]string) []string {
	t.Helper()
	var list []string
	for _, act := range linttest.Analyze(t, Analyzer, files) {
		for _, f := range act.AllObjectFacts() {
			if _, ours := f.Fact.(*HandlerFact); ours && f.Object.Pkg() == act.Package.Types {
				list = append(list, fmt.Sprintf("%s %x", f.Object.Name(), encode(t, f.Fact)))
			}
		}
	}
	slices.Sort(list)
	return list
}

// maxFactBytes is what the fact of one function may take.
const maxFactBytes = 2048

func encode(t testing.TB, fact analysis.Fact) []byte {
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
