// Package std is a program of net/http and gorilla/sessions that does everything
// right.
package std

import (
	"context"
	"database/sql"
	"net/http"

	"github.com/gorilla/sessions"
	"golang.org/x/crypto/bcrypt"
)

// A User has an account.
type User struct {
	ID   int64
	Hash []byte
	MFA  bool
}

type app struct {
	db    *sql.DB
	store sessions.Store
}

type key struct{}

func fail(w http.ResponseWriter) {
	http.Error(w, "internal error", http.StatusInternalServerError)
}

func (a *app) find(name string) (*User, error) {
	u := new(User)
	return u, a.db.QueryRow("SELECT id, hash, mfa FROM users WHERE name = ?", name).Scan(&u.ID, &u.Hash, &u.MFA)
}

func (a *app) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		session, _ := a.store.Get(r, "shop")
		uid, ok := session.Values["uid"].(int64)
		if !ok {
			http.Error(w, "log in first", http.StatusUnauthorized)
			return // cut: authabort:"next handler still runs"
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), key{}, uid)))
	})
}

func (a *app) login(w http.ResponseWriter, r *http.Request) {
	user, err := a.find(r.FormValue("name"))
	if err != nil || bcrypt.CompareHashAndPassword(user.Hash, []byte(r.FormValue("password"))) != nil {
		http.Error(w, "wrong name or password", http.StatusUnauthorized)
		return // cut: authabort:"function goes on"
	}
	session, _ := a.store.Get(r, "shop")
	session.ID = ""
	if user.MFA {
		session.Values["mfa_uid"] = user.ID
		// cut 4: sessionsave:"fresh session ID is lost on a path"
		if err := session.Save(r, w); err != nil {
			fail(w)
			return
		}
		http.Redirect(w, r, "/factor", http.StatusSeeOther)
		return
	}
	session.Values["uid"] = user.ID
	// cut 4: sessionsave:"fresh session ID is lost on a path"
	if err := session.Save(r, w); err != nil {
		fail(w)
		return
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func (a *app) logout(w http.ResponseWriter, r *http.Request) {
	session, _ := a.store.Get(r, "shop")
	session.Options.MaxAge = -1
	// cut 4: sessionsave:"change of the options is never saved"
	if err := session.Save(r, w); err != nil {
		fail(w)
		return
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func (a *app) lang(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: "lang", Value: r.FormValue("lang")})
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func (a *app) revoke(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	var owner int64
	if a.db.QueryRow("SELECT user_id FROM sessions WHERE id = ?", id).Scan(&owner) != nil {
		http.NotFound(w, r)
		return
	}
	// cut 4: sessionowner:"any user can delete any of .sessions."
	if owner != r.Context().Value(key{}).(int64) {
		http.Error(w, "not yours", http.StatusForbidden)
		return
	}
	if _, err := a.db.Exec("DELETE FROM sessions WHERE id = ?", id); err != nil {
		fail(w)
	}
}

func (a *app) routes() {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /login", a.login)
	mux.HandleFunc("POST /logout", a.logout)
	mux.HandleFunc("POST /lang", a.lang)
	mux.Handle("DELETE /sessions/{id}", a.guard(http.HandlerFunc(a.revoke)))
	http.ListenAndServe("localhost:8080", mux)
}
