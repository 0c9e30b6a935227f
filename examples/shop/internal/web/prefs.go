package web

import (
	"crypto/rand"
	"crypto/subtle"
	"net/http"
)

// theme remembers how the visitor likes the shop to look. The cookie is no
// secret and scripts may read it: nothing to report.
func (s *Server) theme(w http.ResponseWriter, r *http.Request) {
	value := "light"
	if r.PostFormValue("theme") == "dark" {
		value = "dark"
	}
	http.SetCookie(w, &http.Cookie{Name: "theme", Value: value, Path: "/", MaxAge: 365 * 24 * 60 * 60})
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func theme(r *http.Request) string {
	if cookie, err := r.Cookie("theme"); err == nil && cookie.Value == "dark" {
		return "dark"
	}
	return "light"
}

const csrfCookie = "csrf_token"

// csrfToken returns the token that forms must send back. The scripts of the
// shop read it from the cookie, hence no HttpOnly: nothing to report.
func csrfToken(w http.ResponseWriter, r *http.Request) string {
	if cookie, err := r.Cookie(csrfCookie); err == nil && cookie.Value != "" {
		return cookie.Value
	}
	token := rand.Text()
	http.SetCookie(w, &http.Cookie{
		Name: csrfCookie, Value: token, Path: "/",
		Secure: true, SameSite: http.SameSiteStrictMode,
	})
	return token
}

func csrfMatches(r *http.Request) bool {
	cookie, err := r.Cookie(csrfCookie)
	if err != nil || cookie.Value == "" {
		return false
	}
	return subtle.ConstantTimeCompare([]byte(cookie.Value), []byte(r.PostFormValue("csrf"))) == 1
}
