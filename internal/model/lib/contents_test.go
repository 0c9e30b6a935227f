package lib

import (
	"slices"
	"testing"
)

// TestPackages: packages.go lists what the libraries speak of.
func TestPackages(t *testing.T) {
	contents := Contents()
	for path, want := range contents {
		if got := []byte(shelvesOf(path)); !slices.Equal(got, want) {
			t.Errorf("%s is on shelves %v, packages.go says %v: run go generate ./...", path, want, got)
		}
	}
	if shelvesOf("example.com/unknown")+shelvesOf("") != "" {
		t.Error("unknown paths are on a shelf")
	}
}
