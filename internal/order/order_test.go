package order_test

import (
	"go/token"
	"testing"

	"github.com/sessionlint/sessionlint/internal/order"
)

// TestPlaces: b.go was parsed first.
func TestPlaces(t *testing.T) {
	fset := token.NewFileSet()
	b, a := fset.AddFile("b.go", -1, 10), fset.AddFile("a.go", -1, 10)
	for _, test := range []struct {
		left, right token.Pos
		want        int
	}{
		{a.Pos(1), a.Pos(2), -1},
		{a.Pos(2), a.Pos(1), 1},
		{a.Pos(1), a.Pos(1), 0},
		{a.Pos(9), b.Pos(1), -1},
		{b.Pos(1), a.Pos(9), 1},
		{token.NoPos, a.Pos(1), -1},
	} {
		if got := order.Places(fset, test.left, test.right); got != test.want {
			t.Errorf("%d against %d: %d, want %d", test.left, test.right, got, test.want)
		}
	}
}
