// Package keyed changes passwords beside records that are kept under keys. Only
// those whose key says that they are sessions count.
package keyed

import (
	"database/sql"
	"net/http"
	"os"

	"github.com/redis/go-redis/v9"
	"golang.org/x/crypto/bcrypt"
)

type app struct {
	db    *sql.DB
	cache *redis.Client
	dir   string
}

func (a *app) setPassword(id, password string) error {
	hash, err := bcrypt.GenerateFromPassword([]byte(password), bcrypt.DefaultCost)
	if err != nil {
		return err
	}
	_, err = a.db.Exec(`UPDATE users SET hash = ? WHERE id = ?`, hash, id)
	return err
}

// resetProfile: what is cached of the user's page is no session.
func (a *app) resetProfile(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("user")
	if err := a.setPassword(id, r.PostFormValue("new")); err != nil { // want credentialchange:"leaves the other sessions"
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	a.cache.Del(r.Context(), "profile:"+id)
}

// resetLink: the token of the link that led here is none either.
func (a *app) resetLink(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("user")
	if err := a.setPassword(id, r.PostFormValue("new")); err != nil { // want credentialchange:"leaves the other sessions"
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	os.Remove(a.dir + "/reset-session-" + r.PathValue("link"))
}

// resetSession ends the session in the cache.
func (a *app) resetSession(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("user")
	if err := a.setPassword(id, r.PostFormValue("new")); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	a.cache.Unlink(r.Context(), sessionKey(id))
}

// resetFile removes the file in which the session of the user is.
func (a *app) resetFile(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("user")
	if err := a.setPassword(id, r.PostFormValue("new")); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	os.Remove(a.dir + "/sessions/" + id)
}

func sessionKey(id string) string { return "s:" + id }
