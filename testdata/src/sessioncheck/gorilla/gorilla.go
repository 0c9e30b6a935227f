// Package gorilla reads who is logged in from sessions of gorilla.
package gorilla

import (
	"database/sql"
	"net/http"

	"github.com/gorilla/sessions"
)

type app struct {
	db    *sql.DB
	store sessions.Store
}

func (a *app) blind(w http.ResponseWriter, r *http.Request) {
	s, _ := a.store.Get(r, "shop")
	uid, _ := s.Values["uid"].(int64) // want sessioncheck:"value .uid. of the session is used without a test that it is there"
	a.db.Exec("UPDATE articles SET owner_id = ? WHERE id = ?", uid, r.FormValue("id"))
}

func (a *app) tested(w http.ResponseWriter, r *http.Request) {
	s, _ := a.store.Get(r, "shop")
	uid, ok := s.Values["uid"].(int64)
	if !ok {
		http.Error(w, "log in first", http.StatusUnauthorized)
		return
	}
	a.db.Exec("UPDATE articles SET owner_id = ? WHERE id = ?", uid, r.FormValue("id"))
}

func (a *app) zero(w http.ResponseWriter, r *http.Request) {
	s, _ := a.store.Get(r, "shop")
	uid, _ := s.Values["uid"].(int64)
	if uid == 0 {
		http.NotFound(w, r)
		return
	}
	a.db.Exec("UPDATE articles SET owner_id = ? WHERE id = ?", uid, r.FormValue("id"))
}

// What panics without a value needs no test.
func (a *app) panics(w http.ResponseWriter, r *http.Request) {
	s, _ := a.store.Get(r, "shop")
	a.db.Exec("UPDATE articles SET owner_id = ? WHERE id = ?", s.Values["uid"].(int64), r.FormValue("id"))
}

// A user that is not found is nobody.
func (a *app) lookup(w http.ResponseWriter, r *http.Request) {
	s, _ := a.store.Get(r, "shop")
	uid, _ := s.Values["uid"].(int64)
	user := a.find(uid)
	if user == nil {
		return
	}
	a.db.Exec("UPDATE articles SET owner_id = ? WHERE id = ?", uid, r.FormValue("id"))
}

func (a *app) find(id int64) *int64 { return nil }

// Pages that greet people by name need no login.
func (a *app) greeting(w http.ResponseWriter, r *http.Request) {
	s, _ := a.store.Get(r, "shop")
	name, _ := s.Values["username"].(string)
	w.Write([]byte("hello " + name))
}

// Other values say nothing about who it is.
func (a *app) theme(w http.ResponseWriter, r *http.Request) {
	s, _ := a.store.Get(r, "shop")
	theme, _ := s.Values["theme"].(string)
	a.db.Exec("INSERT INTO themes(name) VALUES(?)", theme)
}

// A helper in front may have rejected the request.
func (a *app) helped(w http.ResponseWriter, r *http.Request) {
	if !a.requireLogin(w, r) {
		return
	}
	s, _ := a.store.Get(r, "shop")
	uid, _ := s.Values["uid"].(int64)
	a.db.Exec("UPDATE articles SET owner_id = ? WHERE id = ?", uid, r.FormValue("id"))
}

func (a *app) requireLogin(w http.ResponseWriter, r *http.Request) bool { return true }

func (a *app) elsewhere(w http.ResponseWriter, r *http.Request) {
	s, _ := a.store.Get(r, "shop")
	uid, _ := s.Values["uid"].(int64)
	a.db.Exec("UPDATE articles SET owner_id = ? WHERE id = ?", uid, r.FormValue("id"))
}

func routes(a *app) {
	http.HandleFunc("/blind", a.blind)
	http.HandleFunc("/tested", a.tested)
	http.HandleFunc("/zero", a.zero)
	http.HandleFunc("/panics", a.panics)
	http.HandleFunc("/lookup", a.lookup)
	http.HandleFunc("/greeting", a.greeting)
	http.HandleFunc("/theme", a.theme)
	http.HandleFunc("/helped", a.helped)
}
