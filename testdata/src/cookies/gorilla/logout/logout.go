// Package logout ends sessions of gorilla/sessions by options that replace
// those of the store: what they do not name is unset.
package logout

import (
	"net/http"
	"os"

	"github.com/gorilla/sessions"
)

var store = newStore()

func newStore() *sessions.CookieStore {
	s := sessions.NewCookieStore([]byte(os.Getenv("SESSION_KEY"))) // Path "/" by default
	s.Options.HttpOnly = true
	s.Options.SameSite = http.SameSiteLaxMode
	return s
}

func bad(w http.ResponseWriter, r *http.Request) error {
	s, err := store.Get(r, "sid")
	if err != nil {
		return err
	}
	s.Options = &sessions.Options{MaxAge: -1} // want cookiedelete:`^deletion leaves session cookie "sid" alive \(Path is unset, the setter says "/"\)$`
	return s.Save(r, w)
}

func good(w http.ResponseWriter, r *http.Request) error {
	s, err := store.Get(r, "sid")
	if err != nil {
		return err
	}
	s.Options = &sessions.Options{Path: "/", MaxAge: -1}
	return s.Save(r, w)
}

// The options of the store stay, but for their age.
func field(w http.ResponseWriter, r *http.Request) error {
	s, err := store.Get(r, "sid")
	if err != nil {
		return err
	}
	s.Options.MaxAge = -1
	return s.Save(r, w)
}
