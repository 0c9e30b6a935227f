// Package pkgzauth leaves the whole login to the library.
package pkgzauth

import (
	"net/http"

	"github.com/go-pkgz/auth/v2"
)

//way:inline
func routes(service *auth.Service, mux *http.ServeMux) {
	service.AddProvider("github", "shop", "from the environment")
	login, avatars := service.Handlers()
	mux.Handle("/auth/", login)
	mux.Handle("/avatar/", avatars)
}
