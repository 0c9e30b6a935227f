package web

import (
	"net/http"

	"example.com/shop/internal/auth"
)

const rememberCookie = "remember_me"

// rememberDevice sends a cookie that logs the user in again for 30 days.
// Whether it is Secure is the operator's decision, which no reader of the code
// can know: silence, but no proof either.
func (s *Server) rememberDevice(w http.ResponseWriter, user auth.User) {
	http.SetCookie(w, &http.Cookie{
		Name:     rememberCookie,
		Value:    s.kept.Begin(user.Name),
		Path:     "/account",
		MaxAge:   30 * 24 * 60 * 60,
		Secure:   s.config.SecureCookies,
		HttpOnly: true,
		SameSite: http.SameSiteLaxMode,
	})
}

// remembered returns the user whom the cookie remembers.
func (s *Server) remembered(r *http.Request) (auth.User, bool) {
	cookie, err := r.Cookie(rememberCookie)
	if err != nil {
		return auth.User{}, false
	}
	name, ok := s.kept.User(cookie.Value)
	if !ok {
		return auth.User{}, false
	}
	return s.users.Get(name)
}

// forgetDevice drops the cookie from the page that may read it: the Path is
// the one it was set with.
func (s *Server) forgetDevice(w http.ResponseWriter, r *http.Request) {
	if cookie, err := r.Cookie(rememberCookie); err == nil {
		s.kept.End(cookie.Value)
	}
	http.SetCookie(w, &http.Cookie{
		Name: rememberCookie, Path: "/account", MaxAge: -1,
		Secure: s.config.SecureCookies, HttpOnly: true, SameSite: http.SameSiteLaxMode,
	})
	http.Redirect(w, r, "/account", http.StatusSeeOther)
}

// forget is what logout does. The browser keeps the cookie of /account,
// because this one has another Path; the next visit logs the user in again.
func (s *Server) forget(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: rememberCookie, Path: "/", MaxAge: -1}) // finding: cookiedelete
}
