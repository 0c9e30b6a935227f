// Package login has the first step of logins.
package login

import (
	"net/http"

	"golang.org/x/crypto/bcrypt"

	"sessionlint.test/src/halfopen/crosspkg/session"
)

type User struct {
	ID   int
	Hash []byte
	TOTP bool
}

func find(r *http.Request) (*User, bool) {
	u := new(User)
	return u, bcrypt.CompareHashAndPassword(u.Hash, []byte(r.FormValue("password"))) == nil
}

// Early begins the session in front of the second step.
func Early(w http.ResponseWriter, r *http.Request) {
	u, ok := find(r)
	if !ok || session.Login(r.Context(), u.ID) != nil {
		http.Error(w, "wrong", http.StatusUnauthorized)
		return
	}
	if u.TOTP {
		http.Redirect(w, r, "/totp", http.StatusSeeOther)
		return
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// Late begins it behind.
func Late(w http.ResponseWriter, r *http.Request) {
	u, ok := find(r)
	if !ok {
		http.Error(w, "wrong", http.StatusUnauthorized)
		return
	}
	if u.TOTP {
		session.Manager.Put(r.Context(), "totp_uid", u.ID)
		http.Redirect(w, r, "/totp", http.StatusSeeOther)
		return
	}
	if session.Login(r.Context(), u.ID) != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}
