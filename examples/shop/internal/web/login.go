package web

import (
	"net/http"

	"github.com/gorilla/sessions"

	"example.com/shop/internal/auth"
)

func (s *Server) register(w http.ResponseWriter, r *http.Request) {
	user, err := s.users.Register(r.PostFormValue("name"), r.PostFormValue("password"), false)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	s.signIn(w, r, user)
}

func (s *Server) login(w http.ResponseWriter, r *http.Request) {
	user, ok := s.check(w, r)
	if !ok {
		return
	}
	s.signIn(w, r, user)
}

// check answers wrong credentials itself.
func (s *Server) check(w http.ResponseWriter, r *http.Request) (auth.User, bool) {
	user, err := s.users.Check(r.PostFormValue("name"), r.PostFormValue("password"))
	if err != nil {
		http.Error(w, "wrong name or password", http.StatusUnauthorized)
		return auth.User{}, false
	}
	return user, true
}

// signIn begins a login with an ID that nobody has seen before.
func (s *Server) signIn(w http.ResponseWriter, r *http.Request, user auth.User) {
	sess := s.session(r)
	if old, ok := sess.Values[loginKey].(string); ok {
		s.logins.End(old)
	}
	sess.Values[loginKey] = s.logins.Begin(user.Name)
	if err := sess.Save(r, w); err != nil {
		fail(w, err)
		return
	}
	if r.PostFormValue("remember") != "" {
		s.rememberDevice(w, user)
	}
	http.Redirect(w, r, "/account", http.StatusSeeOther)
}

func (s *Server) logout(w http.ResponseWriter, r *http.Request) {
	sess := s.session(r)
	if id, ok := sess.Values[loginKey].(string); ok {
		s.logins.End(id)
	}
	clear(sess.Values)
	sess.Options.MaxAge = -1
	if err := sess.Save(r, w); err != nil {
		fail(w, err)
		return
	}
	s.forget(w, r)
	w.Header().Set("Clear-Site-Data", `"cache", "cookies", "storage"`)
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// branchLogin logs customers in at a branch of the shop that has a session
// store of its own.
func (s *Server) branchLogin(store sessions.Store, name string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		user, ok := s.check(w, r)
		if !ok {
			return
		}
		sess := open(store, r, name)
		sess.Values[loginKey] = s.logins.Begin(user.Name)
		if err := sess.Save(r, w); err != nil {
			fail(w, err)
			return
		}
		http.Redirect(w, r, "/", http.StatusSeeOther)
	}
}
