// Package allcookies has its configuration ask for Secure on every cookie, as
// ASVS 5.0 does.
package allcookies

import "net/http"

func set(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: "theme", Value: r.FormValue("theme")}) // want cookiesecure:`^cookie "theme" is sent over plain HTTP \(Secure is never set\), set it to true`
	http.SetCookie(w, &http.Cookie{Name: "theme", Value: r.FormValue("theme"), Secure: true})
	http.SetCookie(w, &http.Cookie{Name: "theme", MaxAge: -1}) // a deletion
}
