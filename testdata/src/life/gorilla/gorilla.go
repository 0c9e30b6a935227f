// Package gorilla keeps its sessions in files with gorilla/sessions.
package gorilla

import (
	"net/http"

	"github.com/gorilla/sessions"
	"golang.org/x/crypto/bcrypt"
	"gorm.io/gorm"
)

// A User has an account.
type User struct {
	ID   uint
	Name string
	Hash []byte
}

// A Login is a session that the user can see and end.
type Login struct {
	ID, UserID uint
}

type app struct {
	db    *gorm.DB
	store *sessions.FilesystemStore
}

func newApp(db *gorm.DB, key []byte) *app {
	return &app{db, sessions.NewFilesystemStore("", key)}
}

func (a *app) login(w http.ResponseWriter, r *http.Request) {
	var user User
	if err := a.db.First(&user, "name = ?", r.PostFormValue("name")).Error; err != nil {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return // cut: authabort:"return is missing"
	}
	if !matches(user.Hash, r.PostFormValue("password")) {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return // cut: authabort:"return is missing"
	}
	session, _ := a.store.Get(r, "sid")
	session.ID = "" // cut: sessionrotation:"without renewing the session ID"
	session.Values["user"] = user.ID
	// cut 3: sessionsave:"never saved"
	if err := session.Save(r, w); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

func matches(hash []byte, password string) bool {
	return bcrypt.CompareHashAndPassword(hash, []byte(password)) == nil
}

func (a *app) logout(w http.ResponseWriter, r *http.Request) {
	session, _ := a.store.Get(r, "sid")
	session.Options.MaxAge = -1 // cut: logoutinvalidation:"alive on the server"
	// cut 4: sessionsave:"never saved"
	if err := session.Save(r, w); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	http.SetCookie(w, &http.Cookie{Name: "sid", Path: "/", MaxAge: -1})
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func (a *app) currentUser(r *http.Request) (user User, err error) {
	session, _ := a.store.Get(r, "sid")
	return user, a.db.First(&user, session.Values["user"]).Error
}

func (a *app) changePassword(w http.ResponseWriter, r *http.Request) {
	user, err := a.currentUser(r)
	if err != nil {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return // cut: authabort:"return is missing"
	}
	// cut 4: sensitiveaction:"without asking for the current one"
	if !matches(user.Hash, r.PostFormValue("old")) {
		http.Error(w, "wrong password", http.StatusForbidden)
		return // cut: authabort:"return is missing"
	}
	user.Hash, err = bcrypt.GenerateFromPassword([]byte(r.PostFormValue("new")), bcrypt.DefaultCost)
	if err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	a.db.Save(&user)
	a.db.Where("user_id = ?", user.ID).Delete(&Login{}) // cut: credentialchange:"sessions of the account alive"
}
