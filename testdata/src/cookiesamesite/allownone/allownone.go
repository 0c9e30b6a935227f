// Package allownone says in its configuration that None is intended.
package allownone

import (
	"crypto/rand"
	"net/http"
)

func set(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), Secure: true, SameSite: http.SameSiteNoneMode})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), SameSite: http.SameSiteNoneMode}) // want cookiesamesite:`is dropped by browsers`
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), Secure: true})                    // want cookiesamesite:`has no SameSite attribute`
}
