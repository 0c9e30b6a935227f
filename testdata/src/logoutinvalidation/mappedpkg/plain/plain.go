// Package plain registers handlers of another package.
package plain

import (
	"net/http"

	"sessionlint.test/src/logoutinvalidation/mappedpkg/door"
)

func routes(mux *http.ServeMux) {
	mux.HandleFunc("POST /logout", door.Drop) // want logoutinvalidation:"logout drops the cookie but leaves the session alive on the server"
	mux.HandleFunc("POST /signout", door.Close)
	mux.HandleFunc("POST /cart/clear", door.Tidy)
	mux.HandleFunc("POST /logout/cart", door.Tidy)
}
