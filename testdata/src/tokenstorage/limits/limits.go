// Package limits ships what is not read.
package limits

import "embed"

// TypeScript is not what browsers run: the rule does not see that its source
// keeps a token.
//
//go:embed web/auth.ts
var typescript embed.FS

// A minified bundle is not read: nothing is proved here, and nothing found.
//
//go:embed web/bundle.min.js
var bundle string

// Scripts that do not parse are not read.
//
//go:embed web/broken.js
var broken string

// Parts of a script that a program joins are none by themselves.
var joined = "localStorage.setItem('" + "token" + "', x)"

// The page loads a script that was not built: nothing is proved.
//
//go:embed dist
var dist embed.FS
