// Package told has a configuration that names what ends sessions.
package told

import "net/http"

// tellOthers ends the session in a way that cannot be seen.
func tellOthers(*http.Request) {}

func after(r *http.Request) { tellOthers(r) }

func logout(w http.ResponseWriter, r *http.Request) {
	after(r)
	http.SetCookie(w, &http.Cookie{Name: "sid", Path: "/", MaxAge: -1})
}

func logoutWithout(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: "sid", Path: "/", MaxAge: -1}) // want logoutinvalidation:"alive on the server"
}
