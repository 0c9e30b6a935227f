// Package gorilla logs people in with a session that lives in a file.
package gorilla

import (
	"net/http"

	"github.com/gorilla/sessions"
	"golang.org/x/crypto/bcrypt"
)

type app struct {
	store *sessions.FilesystemStore
	hash  map[string][]byte
}

func newApp(key []byte) *app {
	return &app{store: sessions.NewFilesystemStore("", key), hash: map[string][]byte{}}
}

func (a *app) bad(w http.ResponseWriter, r *http.Request) {
	name := r.PostFormValue("name")
	if bcrypt.CompareHashAndPassword(a.hash[name], []byte(r.PostFormValue("password"))) != nil {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return
	}
	session, _ := a.store.Get(r, "sid")
	session.Values["authenticated"] = true // want sessionrotation:"without renewing"
	session.Save(r, w)
}

// isNew says that there was no record, not that the ID is fresh.
func (a *app) isNew(w http.ResponseWriter, r *http.Request) {
	name := r.PostFormValue("name")
	if bcrypt.CompareHashAndPassword(a.hash[name], []byte(r.PostFormValue("password"))) != nil {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return
	}
	session, _ := a.store.Get(r, "sid")
	if !session.IsNew {
		session.ID = ""
	}
	session.Values["user"] = name // want sessionrotation:"on some paths only"
	session.Save(r, w)
}

func (a *app) good(w http.ResponseWriter, r *http.Request) {
	name := r.PostFormValue("name")
	if bcrypt.CompareHashAndPassword(a.hash[name], []byte(r.PostFormValue("password"))) != nil {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return
	}
	session, _ := a.store.Get(r, "sid")
	session.ID = ""
	session.Values["user"] = name
	session.Save(r, w)
}
