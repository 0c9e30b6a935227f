// Package basic changes passwords of the one who asks, and of others.
package basic

import (
	"context"
	"net/http"

	"golang.org/x/crypto/bcrypt"
)

// A User has an account.
type User struct {
	ID    int
	Admin bool
	Hash  []byte
}

type users interface {
	GetUser(id int) (*User, error)
	UpdateUser(u *User) error
	VerifyPassword(u *User, password string) error
	RedeemResetToken(token string) (*User, error)
}

type app struct{ users users }

type key struct{}

func currentUser(ctx context.Context) *User {
	u, _ := ctx.Value(key{}).(*User)
	return u
}

func hash(password string) []byte {
	h, _ := bcrypt.GenerateFromPassword([]byte(password), bcrypt.DefaultCost)
	return h
}

func (a *app) change(w http.ResponseWriter, r *http.Request) {
	u := currentUser(r.Context())
	u.Hash = hash(r.PostFormValue("new"))
	a.users.UpdateUser(u) // want sensitiveaction:"password of the logged-in user is replaced without asking for the current one"
}

func (a *app) proved(w http.ResponseWriter, r *http.Request) {
	u := currentUser(r.Context())
	if bcrypt.CompareHashAndPassword(u.Hash, []byte(r.PostFormValue("current"))) != nil {
		http.Error(w, "wrong password", http.StatusForbidden)
		return
	}
	u.Hash = hash(r.PostFormValue("new"))
	a.users.UpdateUser(u)
}

func (a *app) provedElsewhere(w http.ResponseWriter, r *http.Request) {
	u := currentUser(r.Context())
	if a.users.VerifyPassword(u, r.PostFormValue("current")) != nil {
		http.Error(w, "wrong password", http.StatusForbidden)
		return
	}
	u.Hash = hash(r.PostFormValue("new"))
	a.users.UpdateUser(u)
}

// selfOrAdmin: everybody may change his own.
func (a *app) selfOrAdmin(w http.ResponseWriter, r *http.Request, id int) {
	me := currentUser(r.Context())
	if !me.Admin && me.ID != id {
		http.Error(w, "not yours", http.StatusForbidden)
		return
	}
	u, err := a.users.GetUser(id)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	u.Hash = hash(r.PostFormValue("new"))
	a.users.UpdateUser(u) // want sensitiveaction:"without asking for the current one"
}

// byAdmin: whose account it is is not the question here, but who may ask.
func (a *app) byAdmin(w http.ResponseWriter, r *http.Request, id int) {
	u, err := a.users.GetUser(id)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	u.Hash = hash(r.PostFormValue("new"))
	a.users.UpdateUser(u)
}

// reset: the token from the mail is the proof.
func (a *app) reset(w http.ResponseWriter, r *http.Request) {
	u, err := a.users.RedeemResetToken(r.PostFormValue("token"))
	if err != nil {
		http.Error(w, "link expired", http.StatusForbidden)
		return
	}
	u.Hash = hash(r.PostFormValue("new"))
	a.users.UpdateUser(u)
}
