// Package actions has a configuration that names what needs proof. Each action
// has a twin that asks for it.
package actions

import (
	"crypto/rand"
	"database/sql"
	"net/http"

	"golang.org/x/crypto/bcrypt"
	"gorm.io/gorm"
)

type app struct {
	db  *sql.DB
	orm *gorm.DB
}

// A User has an account.
type User struct {
	ID    int64
	Hash  []byte
	Phone string
}

// An APIKey stands for its user.
type APIKey struct {
	Key    string
	UserID int64
}

// A Note is what a user wrote.
type Note struct{ UserID int64 }

func currentUser(r *http.Request) *User {
	u, _ := r.Context().Value("user").(*User)
	return u
}

func (u *User) knows(password string) bool {
	return bcrypt.CompareHashAndPassword(u.Hash, []byte(password)) == nil
}

func (a *app) newKey(w http.ResponseWriter, r *http.Request) {
	u := currentUser(r)
	a.orm.Create(&APIKey{rand.Text(), u.ID}) // want sensitiveaction:"an API key is made for the logged-in user without asking for the password"
}

func (a *app) newKeyProved(w http.ResponseWriter, r *http.Request) {
	u := currentUser(r)
	if !u.knows(r.PostFormValue("password")) {
		http.Error(w, "wrong password", http.StatusForbidden)
		return
	}
	a.db.Exec(`INSERT INTO api_keys (key, user_id) VALUES (?, ?)`, rand.Text(), u.ID)
}

func (a *app) leave(w http.ResponseWriter, r *http.Request) {
	u := currentUser(r)
	a.db.Exec(`DELETE FROM users WHERE id = ?`, u.ID) // want sensitiveaction:"account of the logged-in user is deleted without asking for the password"
}

func (a *app) leaveProved(w http.ResponseWriter, r *http.Request) {
	u := currentUser(r)
	if !u.knows(r.PostFormValue("password")) {
		http.Error(w, "wrong password", http.StatusForbidden)
		return
	}
	a.orm.Delete(u)
}

// remove is for the account of somebody else.
func (a *app) remove(w http.ResponseWriter, r *http.Request) {
	a.db.Exec(`DELETE FROM users WHERE id = ?`, r.PathValue("id"))
}

// forget deletes what the user has, not the account.
func (a *app) forget(w http.ResponseWriter, r *http.Request) {
	u := currentUser(r)
	a.db.Exec(`DELETE FROM user_notes WHERE user_id = ?`, u.ID)
	a.orm.Delete(&Note{u.ID})
}

func (a *app) phone(w http.ResponseWriter, r *http.Request) {
	u := currentUser(r)
	a.db.Exec(`UPDATE users SET phone = ? WHERE id = ?`, r.PostFormValue("phone"), u.ID) // want sensitiveaction:"recovery data of the logged-in user is replaced or removed without asking for the password"
}

func (a *app) phoneProved(w http.ResponseWriter, r *http.Request) {
	u := currentUser(r)
	if !u.knows(r.PostFormValue("password")) {
		http.Error(w, "wrong password", http.StatusForbidden)
		return
	}
	a.db.Exec(`UPDATE users SET phone = ? WHERE id = ?`, r.PostFormValue("phone"), u.ID)
}

// The e-mail address is not among the actions.
func (a *app) email(w http.ResponseWriter, r *http.Request) {
	u := currentUser(r)
	a.db.Exec(`UPDATE users SET email = ? WHERE id = ?`, r.PostFormValue("email"), u.ID)
}
