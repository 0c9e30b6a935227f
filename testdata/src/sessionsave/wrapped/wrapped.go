// Package wrapped opens, changes and saves through helpers.
package wrapped

import (
	"net/http"

	"github.com/gorilla/sessions"
)

type app struct{ store sessions.Store }

func (a *app) session(r *http.Request) *sessions.Session {
	s, _ := a.store.Get(r, "shop")
	return s
}

func (a *app) save(w http.ResponseWriter, r *http.Request, s *sessions.Session) {
	if err := s.Save(r, w); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

func (a *app) login(w http.ResponseWriter, r *http.Request) {
	s := a.session(r)
	s.Values["uid"] = 7
	a.save(w, r, s)
}

func (a *app) loginForgets(w http.ResponseWriter, r *http.Request) {
	s := a.session(r)
	s.Values["uid"] = 7 // want sessionsave:"value .uid. is never saved"
	w.Write([]byte("hello"))
}

func respond(w http.ResponseWriter, code int) { w.WriteHeader(code) }

func setCookie(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "theme", Value: "dark"})
}

func helperLate(w http.ResponseWriter, r *http.Request) {
	respond(w, 200)
	setCookie(w) // want sessionsave:"setCookie comes after the answer has started"
}

// What changes a session of its caller leaves the saving to it.
func put(s *sessions.Session) { s.Values["lang"] = "de" }

func (a *app) handsOver(w http.ResponseWriter, r *http.Request) {
	s := a.session(r)
	put(s)
	a.save(w, r, s)
}

// A session that is handed to other code may be saved there.
func (a *app) unknown(w http.ResponseWriter, r *http.Request, f func(*sessions.Session)) {
	s := a.session(r)
	s.Values["lang"] = "de"
	f(s)
}

func (a *app) returned(r *http.Request) *sessions.Session {
	s := a.session(r)
	s.Values["lang"] = "de"
	return s
}

func (a *app) captured(r *http.Request) func() {
	s := a.session(r)
	s.Values["lang"] = "de"
	return func() { s.Values["more"] = 1 }
}
