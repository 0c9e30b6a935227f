// Package nested has accounts whose password is in a part of them.
package nested

import (
	"net/http"

	"golang.org/x/crypto/bcrypt"
	"gorm.io/gorm"
)

// A Secret is what somebody proves himself with.
type Secret struct{ Password string }

// A User has an account.
type User struct {
	ID     int64
	Email  string
	Secret Secret
}

type app struct{ db *gorm.DB }

func (a *app) currentUser(r *http.Request) *User {
	var u User
	a.db.First(&u, r.Context().Value("uid"))
	return &u
}

// update keeps the password that is stored.
func (a *app) update(id int64, u *User) error {
	var old User
	if err := a.db.First(&old, id).Error; err != nil {
		return err
	}
	u.ID = old.ID
	u.Secret.Password = old.Secret.Password
	return a.db.Save(u).Error
}

// The address changes, and nothing else.
func (a *app) profile(w http.ResponseWriter, r *http.Request) {
	u := a.currentUser(r)
	u.Email = r.PostFormValue("email")
	if a.update(u.ID, u) != nil {
		http.Error(w, "not changed", http.StatusInternalServerError)
	}
}

func (a *app) change(w http.ResponseWriter, r *http.Request) {
	u := a.currentUser(r)
	if bcrypt.CompareHashAndPassword([]byte(u.Secret.Password), []byte(r.PostFormValue("old"))) != nil {
		http.Error(w, "wrong password", http.StatusForbidden)
		return
	}
	hash, err := bcrypt.GenerateFromPassword([]byte(r.PostFormValue("new")), bcrypt.DefaultCost)
	if err != nil {
		http.Error(w, "not changed", http.StatusInternalServerError)
		return
	}
	u.Secret.Password = string(hash)
	a.db.Save(u) // want credentialchange:"password change leaves the other sessions of the account alive"
}
