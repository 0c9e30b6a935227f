package web

import "net/http"

// checkoutLogin sends a cookie with the prefix that makes browsers insist on
// Secure, Path "/" and no Domain.
func (s *Server) checkoutLogin(w http.ResponseWriter, r *http.Request) {
	user, ok := s.check(w, r)
	if !ok {
		return
	}
	http.SetCookie(w, &http.Cookie{
		Name:     "__Host-checkout_session",
		Value:    s.logins.Begin(user.Name),
		Path:     "/",
		Secure:   true,
		HttpOnly: true,
		SameSite: http.SameSiteStrictMode,
	})
	http.Redirect(w, r, "/cart", http.StatusSeeOther)
}

// expressLogin narrows the Path, and so every browser throws the cookie away.
func (s *Server) expressLogin(w http.ResponseWriter, r *http.Request) {
	user, ok := s.check(w, r)
	if !ok {
		return
	}
	http.SetCookie(w, &http.Cookie{
		Name:     "__Host-express_session",
		Value:    s.logins.Begin(user.Name),
		Path:     "/checkout", // finding: cookieprefix
		Secure:   true,
		HttpOnly: true,
		SameSite: http.SameSiteStrictMode,
	})
	http.Redirect(w, r, "/cart", http.StatusSeeOther)
}

// partnerLogin serves the widget that partners embed. SameSite=None counts
// only together with Secure; without it browsers drop the cookie.
func (s *Server) partnerLogin(w http.ResponseWriter, r *http.Request) {
	user, ok := s.check(w, r)
	if !ok {
		return
	}
	http.SetCookie(w, &http.Cookie{ // finding: cookiesecure
		Name:     "partner_session",
		Value:    s.logins.Begin(user.Name),
		Path:     "/",
		HttpOnly: true,
		SameSite: http.SameSiteNoneMode, // finding: cookiesamesite
	})
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// partnerLoginV2 is the same widget done right. The finding that remains is
// accepted: a frame in a foreign page gets its cookie with None only.
func (s *Server) partnerLoginV2(w http.ResponseWriter, r *http.Request) {
	user, ok := s.check(w, r)
	if !ok {
		return
	}
	http.SetCookie(w, &http.Cookie{
		Name:     "partner_session_v2",
		Value:    s.logins.Begin(user.Name),
		Path:     "/",
		Secure:   true,
		HttpOnly: true,
		//sessionlint:ignore cookiesamesite the widget lives in frames of partners; Handler refuses cross-origin requests
		SameSite: http.SameSiteNoneMode,
	})
	http.Redirect(w, r, "/", http.StatusSeeOther)
}
