package web

import "net/http"

// The cookie of the shop's first version. Old bookmarks still lead here.
const oldCookie = "shop_session"

// oldLogin sends a session cookie that has no protection at all.
func (s *Server) oldLogin(w http.ResponseWriter, r *http.Request) {
	user, ok := s.check(w, r)
	if !ok {
		return
	}
	http.SetCookie(w, &http.Cookie{ // finding: cookiesecure, cookiehttponly, cookiesamesite
		Name:  oldCookie,
		Value: s.logins.Begin(user.Name),
		Path:  "/",
	})
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// oldLogout ends the login and drops the cookie with the Path it was set with.
// A cookie that only deletes needs no attributes: nothing to report.
func (s *Server) oldLogout(w http.ResponseWriter, r *http.Request) {
	if cookie, err := r.Cookie(oldCookie); err == nil {
		s.logins.End(cookie.Value)
	}
	http.SetCookie(w, &http.Cookie{Name: oldCookie, Path: "/", MaxAge: -1})
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// brandLogin wants every host of the brand to know the customer. Every host of
// the brand, the forgotten ones too, receives the session.
func (s *Server) brandLogin(w http.ResponseWriter, r *http.Request) {
	user, ok := s.check(w, r)
	if !ok {
		return
	}
	cookie := http.Cookie{Name: "brand_session", Value: s.logins.Begin(user.Name), Path: "/"}
	cookie.Domain = "example.com" // finding: cookiescope
	cookie.Secure = true
	cookie.HttpOnly = true
	cookie.SameSite = http.SameSiteLaxMode
	http.SetCookie(w, &cookie)
	http.Redirect(w, r, "/", http.StatusSeeOther)
}
