// Package ignored accepts findings in pages and scripts.
package ignored

import "embed"

//go:embed web
var web embed.FS

//sessionlint:ignore tokenstorage the page is for tests
const page = `<script>localStorage.setItem("access_token", "{{.Token}}")</script>`
