// Package order puts places of a package into the order in which people read
// them.
package order

import (
	"cmp"
	"go/token"
)

// Places compares two places by the name of their file, then by their offset.
// Positions alone depend on which file was parsed first, and files are parsed
// in parallel.
func Places(fset *token.FileSet, a, b token.Pos) int {
	left, right := fset.File(a), fset.File(b)
	if left == right || left == nil || right == nil {
		return cmp.Compare(a, b)
	}
	return cmp.Compare(left.Name(), right.Name())
}
