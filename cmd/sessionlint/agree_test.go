package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// integration says whether tests may take minutes: see docs/drivers.md.
var integration = os.Getenv("SESSIONLINT_INTEGRATION") != ""

// The example program and all fixtures look the same to the command, to go vet
// and to x/tools' multichecker, which analyses all dependencies.
func TestAgreeOnRealCode(t *testing.T) {
	if testing.Short() {
		t.Skip("loads large libraries")
	}
	for name, multi := range map[string]bool{"examples/shop": true, "testdata": integration} {
		t.Run(name, func(t *testing.T) {
			dir, err := filepath.Abs(filepath.Join("..", "..", name))
			if err != nil {
				t.Fatal(err)
			}
			m := &module{t: t, dir: dir, as: "rules"}
			list := m.agree("./...")
			if len(list) < 20 {
				t.Errorf("only %d findings", len(list))
			}
			if !multi {
				return
			}
			m.as = "multichecker rules"
			res := m.command("-json", "./...")
			if other := m.treeFindings(res, res.out); !slices.Equal(other, list) {
				t.Errorf("multichecker finds\n%s\nwe\n%s", strings.Join(other, "\n"), strings.Join(list, "\n"))
			}
		})
	}
}
