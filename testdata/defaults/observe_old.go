//go:build old

package main

import "os"

// observe runs with the older releases: go run -modfile=old/go.mod -tags=old
func observe() {
	dir := must(os.MkdirTemp("", "defaults"))
	defer os.RemoveAll(dir)
	observeGorilla(dir)
}
