// Package basic logs people in with scs.
package basic

import (
	"database/sql"
	"log"
	"net/http"

	"github.com/alexedwards/scs/v2"
	"golang.org/x/crypto/bcrypt"
)

var sessions = scs.New()

type users struct{ db *sql.DB }

// check compares the password of a user.
func (u users) check(r *http.Request) (int, error) {
	var id int
	var hash []byte
	if err := u.db.QueryRow(`SELECT id, hash FROM users WHERE name = ?`, r.PostFormValue("user")).Scan(&id, &hash); err != nil {
		return 0, err
	}
	return id, bcrypt.CompareHashAndPassword(hash, []byte(r.PostFormValue("password")))
}

func (u users) bad(w http.ResponseWriter, r *http.Request) {
	id, err := u.check(r)
	if err != nil {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return
	}
	sessions.Put(r.Context(), "uid", id) // want sessionrotation:"login stores the user without renewing the session ID"
}

// before is the usual order.
func (u users) before(w http.ResponseWriter, r *http.Request) {
	id, err := u.check(r)
	if err != nil {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return
	}
	if err := sessions.RenewToken(r.Context()); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	sessions.Put(r.Context(), "uid", id)
}

// after is as good: the record moves with its values.
func (u users) after(w http.ResponseWriter, r *http.Request) {
	id, err := u.check(r)
	if err != nil {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return
	}
	sessions.Put(r.Context(), "uid", id)
	if err := sessions.RenewToken(r.Context()); err != nil {
		sessions.Remove(r.Context(), "uid")
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// destroyed: Put behind Destroy starts a session with a token of its own.
func (u users) destroyed(w http.ResponseWriter, r *http.Request) {
	id, err := u.check(r)
	if err != nil {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return
	}
	if err := sessions.Destroy(r.Context()); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	sessions.Put(r.Context(), "uid", id)
}

// remembered renews only if the user wants to be remembered.
func (u users) remembered(w http.ResponseWriter, r *http.Request) {
	id, err := u.check(r)
	if err != nil {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return
	}
	if r.PostFormValue("remember") != "" {
		if err := sessions.RenewToken(r.Context()); err != nil {
			http.Error(w, "internal error", http.StatusInternalServerError)
			return
		}
	}
	sessions.Put(r.Context(), "uid", id) // want sessionrotation:"renews the session ID on some paths only"
}

// unchecked goes on with the old ID if the store is down.
func (u users) unchecked(w http.ResponseWriter, r *http.Request) {
	id, err := u.check(r)
	if err != nil {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return
	}
	_ = sessions.RenewToken(r.Context())
	sessions.Put(r.Context(), "uid", id) // want sessionrotation:"goes on when the renewal of the session ID fails"
}

// logged looks at the error, if only to log it.
func (u users) logged(w http.ResponseWriter, r *http.Request) {
	id, err := u.check(r)
	if err != nil {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return
	}
	if err := sessions.RenewToken(r.Context()); err != nil {
		log.Print(err)
	}
	sessions.Put(r.Context(), "uid", id)
}

// helped: both halves are in helpers.
func (u users) helped(w http.ResponseWriter, r *http.Request) {
	id, err := u.check(r)
	if err != nil {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return
	}
	signIn(w, r, id)
}

func signIn(w http.ResponseWriter, r *http.Request, id int) {
	if err := sessions.RenewToken(r.Context()); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	sessions.Put(r.Context(), "uid", id)
}

// badlyHelped: the helper that stores the user renews nothing.
func (u users) badlyHelped(w http.ResponseWriter, r *http.Request) {
	id, err := u.check(r)
	if err != nil {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return
	}
	remember(r, id) // want sessionrotation:"login stores the user without renewing the session ID"
}

func remember(r *http.Request, id int) { sessions.Put(r.Context(), "uid", id) }

// flash stores no identity.
func (u users) flash(w http.ResponseWriter, r *http.Request) {
	if _, err := u.check(r); err != nil {
		sessions.Put(r.Context(), "flash", "login failed")
	}
}

// anonymous proves nothing: a cart is no login.
func (u users) anonymous(w http.ResponseWriter, r *http.Request) {
	sessions.Put(r.Context(), "user_agent", r.UserAgent())
}
