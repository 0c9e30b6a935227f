// Package proof ships scripts that keep no token.
package proof

import "embed"

//go:embed web
var web embed.FS
