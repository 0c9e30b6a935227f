// Package factors takes second factors away, under ASVS 5.0.
package factors

import (
	"database/sql"
	"net/http"

	"gorm.io/gorm"
)

// A User has an account.
type User struct {
	ID         int64
	Name       string
	Email      string
	TOTPSecret string
}

type app struct {
	sql *sql.DB
	db  *gorm.DB
}

func (a *app) user(r *http.Request) *User {
	var u User
	a.db.First(&u, r.Context().Value("uid"))
	return &u
}

func (a *app) disableTOTP(w http.ResponseWriter, r *http.Request) {
	u := a.user(r)
	u.TOTPSecret = "" // want credentialchange:"second factor change leaves the other sessions of the account alive"
	a.db.Save(u)
}

func (a *app) disableSQL(w http.ResponseWriter, r *http.Request) {
	a.sql.Exec("UPDATE users SET totp_secret = NULL WHERE id = ?", r.Context().Value("uid")) // want credentialchange:"second factor change"
}

func (a *app) removeKey(w http.ResponseWriter, r *http.Request) {
	a.sql.Exec("DELETE FROM passkeys WHERE id = ?", r.PathValue("id")) // want credentialchange:"second factor change"
}

// disableEnds ends the sessions.
func (a *app) disableEnds(w http.ResponseWriter, r *http.Request) {
	u := a.user(r)
	u.TOTPSecret = ""
	a.db.Save(u)
	a.sql.Exec("DELETE FROM sessions WHERE user_id = ?", u.ID)
}

// enroll adds one.
func (a *app) enroll(w http.ResponseWriter, r *http.Request) {
	a.sql.Exec("UPDATE users SET totp_secret = ? WHERE id = ?", r.PostFormValue("secret"), r.Context().Value("uid"))
}

func (a *app) address(w http.ResponseWriter, r *http.Request) {
	u := a.user(r)
	u.Email = r.PostFormValue("email") // want credentialchange:"e-mail address change leaves"
	a.db.Save(u)
}

// rename changes nothing that lets anybody in.
func (a *app) rename(w http.ResponseWriter, r *http.Request) {
	u := a.user(r)
	u.Name = r.PostFormValue("name")
	a.db.Save(u)
}

// challenges cleans up.
func (a *app) challenges(w http.ResponseWriter, r *http.Request) {
	a.sql.Exec("DELETE FROM webauthn_challenges WHERE expires < now()")
}
