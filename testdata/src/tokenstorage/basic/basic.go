// Package basic embeds pages and scripts, and has some in literals.
package basic

import (
	"embed"
	"fmt"
	"net/http"
)

//go:embed assets/*.html assets/app.js
var assets embed.FS

//go:embed assets/module.js
var module string

//go:embed assets/quiet.js
var quiet string

// want+2 tokenstorage:"token \"access_token\" is kept in localStorage, where every script can read it"
const page = `<html><script>
localStorage.setItem("access_token", "{{.Token}}")
localStorage.setItem("theme", "dark")
</script></html>`

const snippet = "localStorage.jwt = token" // want tokenstorage:"token \"jwt\" is kept in localStorage"

// A page about storage is no script, and a type that browsers do not run is
// none either.
const manual = `<p>localStorage.setItem("token", x)</p><script type="text/template">localStorage.setItem("token", x)</script>`

// A text that merely mentions it.
const help = "tokens in localStorage are not safe"

func serve(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, page, snippet, manual, help, module, quiet)
	http.FileServer(http.FS(assets)).ServeHTTP(w, r)
}
