package directive_test

import (
	"go/token"
	"testing"

	"github.com/sessionlint/sessionlint/internal/directive"
)

// TestInText: which lines the directives in pages and scripts cover.
func TestInText(t *testing.T) {
	const text = "a = 1; //sessionlint:ignore x why\n" + // 1
		"b\n" +
		"  //sessionlint:ignore x,y why\n" + // 3
		"c\n" + "d\n" +
		"<!-- sessionlint:ignore x why -->\n" + // 6
		"e\n" +
		"//sessionlint:ignore\n" + // not well-formed
		"<!-- sessionlint:ignore x why --> f\n" // something stands behind it
	fset := token.NewFileSet()
	file := fset.AddFile("a.html", -1, len(text))
	file.SetLinesForContent([]byte(text))
	index := directive.NewIndex(fset, nil).With(directive.InText(file, text))
	if n := len(index.All()); n != 3 {
		t.Errorf("%d directives", n)
	}
	for line, want := range map[int]int{1: 1, 2: 0, 3: 1, 4: 1, 5: 0, 6: 1, 7: 1, 8: 0, 9: 0} {
		if got := len(index.Covering("x", file.LineStart(line))); got != want {
			t.Errorf("line %d: %d directives, want %d", line, got, want)
		}
	}
	if len(index.Covering("y", file.LineStart(4))) != 1 || len(index.Covering("y", file.LineStart(1))) != 0 {
		t.Error("the rules that are named do not count")
	}
}
