// Package factors changes what lets a user in, under ASVS 5.0.
package factors

import (
	"context"
	"net/http"

	"golang.org/x/crypto/bcrypt"
)

// A User has an account.
type User struct {
	ID           int
	Hash         []byte
	Email        string
	PendingEmail string
	TOTPSecret   string
}

type users interface {
	GetUser(id int) (*User, error)
	UpdateUser(u *User) error
}

type app struct{ users users }

type key struct{}

func currentUser(ctx context.Context) *User {
	u, _ := ctx.Value(key{}).(*User)
	return u
}

func (a *app) address(w http.ResponseWriter, r *http.Request) {
	u := currentUser(r.Context())
	u.Email = r.PostFormValue("email") // want sensitiveaction:"e-mail address of the logged-in user is replaced or removed without asking for the password"
	a.users.UpdateUser(u)
}

func (a *app) factor(w http.ResponseWriter, r *http.Request) {
	u := currentUser(r.Context())
	u.TOTPSecret = "" // want sensitiveaction:"second factor of the logged-in user"
	a.users.UpdateUser(u)
}

func (a *app) proved(w http.ResponseWriter, r *http.Request) {
	u := currentUser(r.Context())
	if bcrypt.CompareHashAndPassword(u.Hash, []byte(r.PostFormValue("password"))) != nil {
		http.Error(w, "wrong password", http.StatusForbidden)
		return
	}
	u.Email, u.TOTPSecret = r.PostFormValue("email"), ""
	a.users.UpdateUser(u)
}

// pending is confirmed by a link before it counts.
func (a *app) pending(w http.ResponseWriter, r *http.Request) {
	u := currentUser(r.Context())
	u.PendingEmail = r.PostFormValue("email")
	a.users.UpdateUser(u)
}

// byAdmin concerns others.
func (a *app) byAdmin(w http.ResponseWriter, r *http.Request, id int) {
	u, err := a.users.GetUser(id)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	u.Email = r.PostFormValue("email")
	a.users.UpdateUser(u)
}
