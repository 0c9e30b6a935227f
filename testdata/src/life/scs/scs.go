// Package scs keeps its sessions with alexedwards/scs.
package scs

import (
	"database/sql"
	"net/http"

	"github.com/alexedwards/scs/v2"
	"golang.org/x/crypto/bcrypt"
)

type app struct {
	db       *sql.DB
	sessions *scs.SessionManager
}

func (a *app) user(name string) (id int64, hash []byte, err error) {
	err = a.db.QueryRow(`SELECT id, hash FROM users WHERE name = ?`, name).Scan(&id, &hash)
	return id, hash, err
}

func (a *app) login(w http.ResponseWriter, r *http.Request) {
	id, hash, err := a.user(r.PostFormValue("name"))
	if err != nil || bcrypt.CompareHashAndPassword(hash, []byte(r.PostFormValue("password"))) != nil {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return // cut: authabort:"return is missing"
	}
	// cut 4: sessionrotation:"stores the user without renewing the session ID"
	if err := a.sessions.RenewToken(r.Context()); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	a.sessions.Put(r.Context(), "user_id", id)
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func (a *app) logout(w http.ResponseWriter, r *http.Request) {
	// cut 4: logoutinvalidation:"alive on the server"
	if err := a.sessions.Destroy(r.Context()); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	http.SetCookie(w, &http.Cookie{Name: "hint", Path: "/", MaxAge: -1})
	http.Redirect(w, r, "/login", http.StatusSeeOther)
}

func (a *app) changePassword(w http.ResponseWriter, r *http.Request) {
	id := a.sessions.GetInt64(r.Context(), "user_id")
	var hash []byte
	if err := a.db.QueryRow(`SELECT hash FROM users WHERE id = ?`, id).Scan(&hash); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	// cut 4: sensitiveaction:"without asking for the current one"
	if bcrypt.CompareHashAndPassword(hash, []byte(r.PostFormValue("current"))) != nil {
		http.Error(w, "wrong password", http.StatusForbidden)
		return // cut: authabort:"return is missing"
	}
	fresh, err := bcrypt.GenerateFromPassword([]byte(r.PostFormValue("new")), bcrypt.DefaultCost)
	if err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	if _, err := a.db.Exec(`UPDATE users SET hash = ? WHERE id = ?`, fresh, id); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	a.endOthers(r, id) // cut: credentialchange:"leaves the other sessions of the account alive"
}

func (a *app) endOthers(r *http.Request, id int64) {
	a.db.ExecContext(r.Context(), `DELETE FROM sessions WHERE user_id = ? AND token <> ?`, id, a.sessions.Token(r.Context()))
}
