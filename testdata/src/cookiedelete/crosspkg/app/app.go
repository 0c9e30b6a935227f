// Package app deletes what another package of the module sets.
package app

import (
	"net/http"

	"sessionlint.test/src/cookiedelete/crosspkg/lib"
)

func login(w http.ResponseWriter, token string) { lib.Set(w, token) }

func logout(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: lib.Name, MaxAge: -1}) // want cookiedelete:"Path is unset, the setter says"
	http.SetCookie(w, &http.Cookie{Name: lib.Name, Path: "/", MaxAge: -1})
	http.SetCookie(w, &http.Cookie{Name: "shop_session", Path: "/", MaxAge: -1}) // want cookiedelete:"Domain is unset, the setter says"
	http.SetCookie(w, &http.Cookie{Name: "shop_session", Path: "/", Domain: "example.com", MaxAge: -1})
	http.SetCookie(w, &http.Cookie{Name: "other", MaxAge: -1}) // nobody sets it
	lib.Delete(w, lib.Name)                                    // want cookiedelete:"Path is unset"
	lib.Delete(w, "other")
}
