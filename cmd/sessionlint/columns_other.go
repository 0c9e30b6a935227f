//go:build !unix

package main

import "io"

// columns is 0: the width of a terminal is known on Unix only.
func columns(io.Writer) int { return 0 }
