// Package helper begins the session by a function of another package.
package helper

import (
	"net/http"

	"golang.org/x/crypto/bcrypt"

	"sessionlint.test/src/halfopen/crosspkg/guard"
	"sessionlint.test/src/halfopen/crosspkg/session"
)

type user struct {
	ID   int
	Hash []byte
	TOTP bool
}

func find(r *http.Request) (user, bool) {
	var u user
	return u, bcrypt.CompareHashAndPassword(u.Hash, []byte(r.FormValue("password"))) == nil
}

func early(w http.ResponseWriter, r *http.Request) {
	u, ok := find(r)
	if !ok {
		http.Error(w, "wrong", http.StatusUnauthorized)
		return
	}
	if session.SetMember(w, r, u.ID) != nil { // want halfopen:"value .member_id. opens every guard before the second step is done"
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	if u.TOTP {
		http.Redirect(w, r, "/totp", http.StatusSeeOther)
		return
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// The helper is told whether the login is finished.
func told(w http.ResponseWriter, r *http.Request) {
	u, _ := find(r)
	session.Begin(r.Context(), u.ID, !u.TOTP)
	if u.TOTP {
		http.Redirect(w, r, "/totp", http.StatusSeeOther)
		return
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// The session is ended again.
func forgets(w http.ResponseWriter, r *http.Request) {
	u, _ := find(r)
	if session.Login(r.Context(), u.ID) != nil {
		return
	}
	if u.TOTP {
		session.Forget(r.Context())
		http.Redirect(w, r, "/totp", http.StatusSeeOther)
		return
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func account(w http.ResponseWriter, r *http.Request) { w.Write([]byte("secret")) }

func routes() {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /login", early)
	mux.HandleFunc("POST /login/told", told)
	mux.HandleFunc("POST /login/forgets", forgets)
	mux.Handle("GET /account", guard.Member(http.HandlerFunc(account)))
	mux.Handle("GET /orders", guard.Require(http.HandlerFunc(account)))
	http.ListenAndServe(":8080", mux)
}
