// Package clientside keeps its sessions in cookies.
package clientside

import (
	"net/http"

	"github.com/gorilla/sessions"
)

var store = sessions.NewCookieStore([]byte("0123456789abcdef0123456789abcdef"))

func logout(w http.ResponseWriter, r *http.Request) {
	session, _ := store.Get(r, "sid")
	delete(session.Values, "user") // want logoutinvalidation:"a copy of the old cookie still works"
	session.Save(r, w)
}

func logoutAge(w http.ResponseWriter, r *http.Request) {
	session, _ := store.Get(r, "sid")
	session.Options.MaxAge = -1 // want logoutinvalidation:"a copy of the old cookie still works"
	session.Save(r, w)
}

type account struct {
	ID           int
	TokenVersion int
}

type accounts interface{ Save(*account) error }

// logoutVersion: a guard compares the version in the cookie with that of the
// account.
func logoutVersion(w http.ResponseWriter, r *http.Request, all accounts, a *account) {
	session, _ := store.Get(r, "sid")
	delete(session.Values, "user")
	session.Save(r, w)
	a.TokenVersion++
	all.Save(a)
}
