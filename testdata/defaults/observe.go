//go:build !old

package main

import "os"

func observe() {
	dir := must(os.MkdirTemp("", "defaults"))
	defer os.RemoveAll(dir)
	observeStandard()
	observeGorilla(dir)
	observeWrappers(dir)
	observeScs()
	observeFasthttp()
	observeFiber2()
	observeFiber3()
	observeHertz()
	observeBeego()
	observeIris()
}
