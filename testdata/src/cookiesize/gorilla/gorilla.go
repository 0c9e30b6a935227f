// Package gorilla keeps its sessions in cookies.
package gorilla

import (
	"net/http"
	"os"
	"time"

	"github.com/gorilla/sessions"
)

var store = sessions.NewCookieStore([]byte(os.Getenv("KEY")))

type Item struct {
	Name  string
	Price int
}

type User struct {
	ID    int
	Roles []string
}

type place struct{ X, Y int }

func add(w http.ResponseWriter, r *http.Request, cart []Item, user *User, note string, raw []byte) error {
	s, err := store.Get(r, "sid")
	if err != nil {
		return err
	}
	s.Values["cart"] = cart                       // want cookiesize:"a list is kept in the cookie of the session under .cart."
	s.Values["seen"] = map[string]bool{"a": true} // want cookiesize:"a map is kept"
	s.Values["user"] = user                       // want cookiesize:`gorilla.User with a list in it`
	s.Values["user_id"] = user.ID
	s.Values["email"] = note
	s.Values["at"] = time.Now()
	s.Values["place"] = place{1, 2}
	s.Values["theme"] = "dark"
	s.Values["note"] = note // nobody knows how long it is
	s.Values["raw"] = raw
	return s.Save(r, w)
}
