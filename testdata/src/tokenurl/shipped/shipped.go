// Package shipped ships pages and scripts that put tokens into URLs.
package shipped

import "embed"

//go:embed web
var web embed.FS
