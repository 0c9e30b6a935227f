// Package told has a configuration that names what asks for proof, and of which
// actions to speak.
package told

import (
	"context"
	"net/http"

	"golang.org/x/crypto/bcrypt"
)

// A User has an account.
type User struct {
	ID    int
	Hash  []byte
	Email string
}

type users interface{ UpdateUser(u *User) error }

type app struct{ users users }

type key struct{}

func currentUser(ctx context.Context) *User {
	u, _ := ctx.Value(key{}).(*User)
	return u
}

// askAgain proves it in a way that cannot be seen.
func askAgain(*http.Request) bool { return true }

func sure(r *http.Request) bool { return askAgain(r) }

func (a *app) address(w http.ResponseWriter, r *http.Request) {
	u := currentUser(r.Context())
	u.Email = r.PostFormValue("email") // want sensitiveaction:"e-mail address of the logged-in user"
	a.users.UpdateUser(u)
}

func (a *app) addressAsked(w http.ResponseWriter, r *http.Request) {
	if !sure(r) {
		return
	}
	u := currentUser(r.Context())
	u.Email = r.PostFormValue("email")
	a.users.UpdateUser(u)
}

// password is not among the actions.
func (a *app) password(w http.ResponseWriter, r *http.Request) {
	u := currentUser(r.Context())
	u.Hash, _ = bcrypt.GenerateFromPassword([]byte(r.PostFormValue("new")), bcrypt.DefaultCost)
	a.users.UpdateUser(u)
}
