// Package byid takes on identities that are kept under a key that says no more
// than id.
package byid

import (
	"log"
	"net/http"
	"os"

	"github.com/gorilla/sessions"
)

var store = sessions.NewFilesystemStore("", []byte(os.Getenv("KEY")))

type user struct{ ID int64 }

func getUserByName(name string) (user, error) { return user{int64(len(name))}, nil }

// what went wrong is logged, not who acts as whom
func impersonate(w http.ResponseWriter, r *http.Request) {
	s, err := store.Get(r, "session")
	if err != nil {
		return
	}
	u, err := getUserByName(r.FormValue("username"))
	if err != nil {
		log.Fatal(err)
		return
	}
	s.Values["id"] = u.ID // want impersonation:"forgets who acts" impersonation:"leaves no trace"
	if err := s.Save(r, w); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// what a cart is kept under says nothing of a user
func open(w http.ResponseWriter, r *http.Request) error {
	s, err := store.Get(r, "cart")
	if err != nil {
		return err
	}
	s.Values["id"] = r.FormValue("cart")
	return s.Save(r, w)
}
