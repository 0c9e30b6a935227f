package web

import (
	"crypto/rand"
	"net/http"

	"example.com/shop/internal/session"
)

// guest gives a visitor a session before any login, with a cookie that a
// helper of another package builds well.
func (s *Server) guest(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, session.Guest(rand.Text()))
	http.SetCookie(w, &http.Cookie{
		Name:     "visit_session",
		Value:    rand.Text(),
		Path:     "/",
		Secure:   r.TLS != nil, // follows the connection: nothing to report
		HttpOnly: true,
		SameSite: http.SameSiteLaxMode,
	})
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// newsletter sends a session cookie that a helper of another package builds
// without attributes. The second cookie comes from the same helper and is no
// session cookie: nothing to report.
func (s *Server) newsletter(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, session.Plain("newsletter_session", rand.Text())) // finding: cookiesecure, cookiehttponly, cookiesamesite
	http.SetCookie(w, session.Plain("newsletter_seen", "yes"))
	http.Redirect(w, r, "/", http.StatusSeeOther)
}
