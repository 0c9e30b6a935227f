// Package api has nothing to do with sessions but for what it imports.
package api

import "sessionlint.test/src/tokenkey/defaults/web"

// Start starts.
func Start() bool { return web.Store() != nil }
