package web

import "net/http"

// mobileLogin writes the header by hand and forgets every attribute.
func (s *Server) mobileLogin(w http.ResponseWriter, r *http.Request) {
	user, ok := s.check(w, r)
	if !ok {
		return
	}
	id := s.logins.Begin(user.Name)
	w.Header().Set("Set-Cookie", "mobile_session="+id+"; Path=/mobile") // finding: cookiesecure, cookiehttponly, cookiesamesite
	w.WriteHeader(http.StatusNoContent)
}

// mobileLoginV2 writes it by hand, too, and completely.
func (s *Server) mobileLoginV2(w http.ResponseWriter, r *http.Request) {
	user, ok := s.check(w, r)
	if !ok {
		return
	}
	id := s.logins.Begin(user.Name)
	w.Header().Add("Set-Cookie", "mobile_session_v2="+id+"; Path=/mobile; Secure; HttpOnly; SameSite=Strict")
	w.WriteHeader(http.StatusNoContent)
}
