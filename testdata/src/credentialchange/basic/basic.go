// Package basic changes passwords.
package basic

import (
	"database/sql"
	"net/http"
	"time"

	"golang.org/x/crypto/bcrypt"
	"gorm.io/gorm"
)

// A User has an account.
type User struct {
	ID           int64
	Name         string
	Password     string
	TokenVersion int
	TokensAfter  time.Time
}

type app struct {
	sql *sql.DB
	db  *gorm.DB
}

func hash(password string) string {
	h, err := bcrypt.GenerateFromPassword([]byte(password), bcrypt.DefaultCost)
	if err != nil {
		return ""
	}
	return string(h)
}

func (a *app) user(r *http.Request) *User {
	var u User
	a.db.First(&u, r.Context().Value("uid"))
	return &u
}

func (a *app) change(w http.ResponseWriter, r *http.Request) {
	u := a.user(r)
	u.Password = hash(r.PostFormValue("new"))
	a.db.Save(u) // want credentialchange:"password change leaves the other sessions of the account alive"
}

func (a *app) changeSQL(w http.ResponseWriter, r *http.Request) {
	a.sql.Exec("UPDATE users SET password = ? WHERE id = ?", hash(r.PostFormValue("new")), r.Context().Value("uid")) // want credentialchange:"alive"
}

func (a *app) changeColumn(w http.ResponseWriter, r *http.Request) {
	a.db.Model(a.user(r)).Update("password", hash(r.PostFormValue("new"))) // want credentialchange:"alive"
}

func (a *app) changeMap(w http.ResponseWriter, r *http.Request) {
	a.db.Model(a.user(r)).Updates(map[string]any{"password": hash(r.PostFormValue("new")), "name": "x"}) // want credentialchange:"alive"
}

// changeVersion makes older tokens invalid.
func (a *app) changeVersion(w http.ResponseWriter, r *http.Request) {
	u := a.user(r)
	u.Password = hash(r.PostFormValue("new"))
	u.TokenVersion++
	a.db.Save(u)
}

// changeTime does so by time.
func (a *app) changeTime(w http.ResponseWriter, r *http.Request) {
	u := a.user(r)
	u.Password = hash(r.PostFormValue("new"))
	u.TokensAfter = time.Now()
	a.db.Save(u)
}

// changeHelper: the helper ends the sessions.
func (a *app) changeHelper(w http.ResponseWriter, r *http.Request) {
	u := a.user(r)
	a.replace(u, r.PostFormValue("new"))
}

func (a *app) replace(u *User, password string) {
	u.Password = hash(password)
	a.db.Save(u)
	a.sql.Exec("DELETE FROM sessions WHERE user_id = ?", u.ID)
}

// changeBadHelper: this one does not.
func (a *app) changeBadHelper(w http.ResponseWriter, r *http.Request) {
	a.store(a.user(r), r.PostFormValue("new")) // want credentialchange:"alive"
}

func (a *app) store(u *User, password string) {
	u.Password = hash(password)
	a.db.Save(u)
}

// changeMethod: the account changes itself.
func (a *app) changeMethod(w http.ResponseWriter, r *http.Request) {
	u := a.user(r)
	u.SetPassword(r.PostFormValue("new"))
	a.db.Save(u) // want credentialchange:"alive"
}

// SetPassword replaces the password.
func (u *User) SetPassword(password string) { u.Password = hash(password) }

// signUp uses the same helpers for a new account.
func (a *app) signUp(w http.ResponseWriter, r *http.Request) {
	u := &User{Name: r.PostFormValue("name")}
	u.SetPassword(r.PostFormValue("password"))
	a.db.Create(u)
	a.store(&User{Name: "second"}, r.PostFormValue("password"))
}

// register makes an account.
func (a *app) register(w http.ResponseWriter, r *http.Request) {
	u := &User{Name: r.PostFormValue("name"), Password: hash(r.PostFormValue("password"))}
	a.db.Create(u)
}

// save makes one, too: nothing was there before.
func (a *app) save(w http.ResponseWriter, r *http.Request) {
	u := &User{Name: r.PostFormValue("name"), Password: hash(r.PostFormValue("password"))}
	a.db.Save(u)
}

func (a *app) insert(w http.ResponseWriter, r *http.Request) {
	a.sql.Exec("INSERT INTO users (name, password) VALUES (?, ?)", r.PostFormValue("name"), hash(r.PostFormValue("password")))
}

// rename changes no password.
func (a *app) rename(w http.ResponseWriter, r *http.Request) {
	u := a.user(r)
	u.Name = r.PostFormValue("name")
	a.db.Save(u)
}

// main programs and migrations answer no request.
func seed(a *app) {
	a.sql.Exec("UPDATE users SET password = ? WHERE id = 1", hash("changeme"))
}
