package web

import "net/http"

// returnsDesk adds the desk that takes articles back. It was written in a
// hurry: each handler has a twin that does the same thing right.
func (s *Server) returnsDesk(mux *http.ServeMux) {
	mux.Handle("GET /returns", s.customers(http.HandlerFunc(s.returns)))
	mux.Handle("GET /returns/v2", s.customersOnly(http.HandlerFunc(s.returns)))
	mux.HandleFunc("POST /returns/logout", s.returnsLogout)
	mux.HandleFunc("POST /returns/v2/logout", s.returnsLogoutV2)
	mux.HandleFunc("POST /returns/counter", s.counter)
	mux.HandleFunc("POST /returns/v2/counter", s.counterV2)
	d := &desk{shop: s}
	mux.HandleFunc("GET /returns/slip", d.slip)
	mux.HandleFunc("GET /returns/v2/slip", d.slipV2)
}

func (s *Server) returns(w http.ResponseWriter, r *http.Request) {
	user, _ := s.user(s.session(r))
	render(w, page{Title: "Returns", Theme: theme(r), User: user.Name})
}

// customers answers strangers, and then serves them all the same.
func (s *Server) customers(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, ok := s.user(s.session(r)); !ok {
			http.Error(w, "log in first", http.StatusUnauthorized) // finding: authabort
		}
		next.ServeHTTP(w, r)
	})
}

// customersOnly lets customers through.
func (s *Server) customersOnly(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, ok := s.user(s.session(r)); !ok {
			http.Error(w, "log in first", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// returnsLogout sends the cookie behind the answer, where it is lost.
func (s *Server) returnsLogout(w http.ResponseWriter, r *http.Request) {
	sess := s.session(r)
	if id, ok := sess.Values[loginKey].(string); ok {
		s.logins.End(id)
	}
	sess.Options.MaxAge = -1
	http.Redirect(w, r, "/", http.StatusSeeOther)
	if err := sess.Save(r, w); err != nil { // finding: sessionsave
		fail(w, err)
	}
}

// returnsLogoutV2 sends it first.
func (s *Server) returnsLogoutV2(w http.ResponseWriter, r *http.Request) {
	sess := s.session(r)
	if id, ok := sess.Values[loginKey].(string); ok {
		s.logins.End(id)
	}
	sess.Options.MaxAge = -1
	if err := sess.Save(r, w); err != nil {
		fail(w, err)
		return
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// counter forgets to save which counter the customer was sent to.
func (s *Server) counter(w http.ResponseWriter, r *http.Request) {
	s.session(r).Values["counter"] = r.PostFormValue("counter") // finding: sessionsave
	http.Redirect(w, r, "/returns", http.StatusSeeOther)
}

func (s *Server) counterV2(w http.ResponseWriter, r *http.Request) {
	sess := s.session(r)
	sess.Values["counter"] = r.PostFormValue("counter")
	if err := sess.Save(r, w); err != nil {
		fail(w, err)
		return
	}
	http.Redirect(w, r, "/returns", http.StatusSeeOther)
}
