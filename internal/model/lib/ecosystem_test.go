package lib

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/mod/modfile"

	"github.com/sessionlint/sessionlint/internal/model"
)

// unfetched are the modules of the ecosystem that no module proxy serves, and
// why they are modelled or left out all the same.
func unfetched() map[string]string {
	return map[string]string{
		"github.com/aarondl/authboss/v3": "refused by the proxy; volatiletech/authboss/v3, its former name, has the same code and is resolved",
	}
}

// wide are the modules that testdata/wide/go.mod requires directly: libraries
// that no other fixture needs. Their models are resolved in a run of its own.
func wide() map[string]bool {
	text, err := os.ReadFile(filepath.Join("..", "..", "..", "testdata", "wide", "go.mod"))
	if err != nil {
		return nil
	}
	file, err := modfile.ParseLax("go.mod", text, nil)
	if err != nil {
		return nil
	}
	modules := map[string]bool{}
	for _, r := range file.Require {
		modules[r.Mod.Path] = !r.Indirect
	}
	return modules
}

func inWide(l *model.Library) bool {
	return slices.Contains(wideShelves(), l.Module)
}

// wideShelves are the modules of the shelves that testdata/wide is for.
func wideShelves() []string {
	modules := []string{"github.com/form3tech-oss/jwt-go"}
	for _, l := range slices.Concat(cookieSessions(), idSessions(), injectedSessions(), ecosystem()) {
		modules = append(modules, l.Module)
	}
	return modules
}

// TestModelsWide resolves what is said of those libraries.
func TestModelsWide(t *testing.T) {
	if testing.Short() {
		t.Skip("the whole ecosystem takes long to build")
	}
	libs := slices.DeleteFunc(All(), func(l *model.Library) bool { return !inWide(l) })
	w := load(t, "../../../testdata/wide", append(pathsOf(libs), "github.com/valyala/fasthttp"))
	for _, problem := range newChecker(w, All()).all(libs) {
		t.Error(problem)
	}
	resolveLogins(t, libs, "../../../testdata/wide")
	required := wide()
	for _, l := range libs {
		if !required[l.Module] {
			t.Errorf("%s: testdata/wide does not pin it", l.Module)
		}
	}
}

// TestDefaultsWide compares what those libraries do with the data, as
// TestDefaults does for the others.
func TestDefaultsWide(t *testing.T) {
	if testing.Short() {
		t.Skip("the whole ecosystem takes long to build")
	}
	o := observed(t, "-C", "wide", "run", "./defaults")
	x := NewIndex()
	for _, s := range o.Seen {
		for _, problem := range compare(x, o, s) {
			t.Errorf("%s %q: %s", s.Symbol, s.Case, problem)
		}
		sensitive(t, x, o, s)
	}
	covered(t, slices.DeleteFunc(All(), func(l *model.Library) bool { return !inWide(l) }), o)
}

// TestEcosystem: each module of the survey of the ecosystem has a model, or a
// reason to have none.
func TestEcosystem(t *testing.T) {
	text, err := os.ReadFile("testdata/ecosystem.txt")
	if err != nil {
		t.Fatal(err)
	}
	modelled := map[string]bool{}
	for _, l := range All() {
		modelled[l.Module] = true
	}
	modules := strings.Fields(string(text))
	if len(modules) != 154 {
		t.Errorf("%d modules in the survey", len(modules))
	}
	for _, module := range modules {
		if !modelled[module] && unmodelled()[module] == "" {
			t.Errorf("%s has no model", module)
		}
		if modelled[module] && unmodelled()[module] != "" {
			t.Errorf("%s has a model, but is listed as if it had none", module)
		}
	}
	for module := range unmodelled() {
		if !slices.Contains(modules, module) {
			t.Errorf("%s is not in the survey", module)
		}
	}
}

// unmodelled are modules of the survey about which no rule has a question.
func unmodelled() map[string]string {
	return map[string]string{}
}
