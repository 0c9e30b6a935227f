// Package grants has logins and changes of passwords that reject, and go on to
// what was asked for.
package grants

import (
	"crypto/rand"
	"database/sql"
	"net/http"

	"github.com/alexedwards/scs/v2"
	"github.com/gin-contrib/sessions"
	"github.com/gin-gonic/gin"
	gorilla "github.com/gorilla/sessions"
	"golang.org/x/crypto/bcrypt"
)

type app struct {
	db       *sql.DB
	sessions *scs.SessionManager
	store    gorilla.Store
}

type user struct {
	id   int
	hash []byte
}

func (a *app) find(name string) (u user, err error) {
	return u, a.db.QueryRow(`SELECT id, hash FROM users WHERE name = ?`, name).Scan(&u.id, &u.hash)
}

func wrong(u user, r *http.Request) bool {
	return bcrypt.CompareHashAndPassword(u.hash, []byte(r.PostFormValue("password"))) != nil
}

// The session is stored for everybody.
func (a *app) login(w http.ResponseWriter, r *http.Request) {
	u, err := a.find(r.PostFormValue("name"))
	if err != nil || wrong(u, r) {
		http.Error(w, "login failed", http.StatusUnauthorized) // want authabort:"http.Error rejects the request but the function goes on"
	}
	if err := a.sessions.RenewToken(r.Context()); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	a.sessions.Put(r.Context(), "user_id", u.id)
}

func (a *app) loginOK(w http.ResponseWriter, r *http.Request) {
	u, err := a.find(r.PostFormValue("name"))
	if err != nil || wrong(u, r) {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return
	}
	a.sessions.RenewToken(r.Context())
	a.sessions.Put(r.Context(), "user_id", u.id)
}

func (a *app) loginElse(w http.ResponseWriter, r *http.Request) {
	u, err := a.find(r.PostFormValue("name"))
	if err != nil || wrong(u, r) {
		http.Error(w, "login failed", http.StatusUnauthorized)
	} else {
		a.sessions.RenewToken(r.Context())
		a.sessions.Put(r.Context(), "user_id", u.id)
	}
}

// A variable remembers the rejection.
func (a *app) loginFlag(w http.ResponseWriter, r *http.Request) {
	u, err := a.find(r.PostFormValue("name"))
	ok := err == nil && !wrong(u, r)
	if !ok {
		http.Error(w, "login failed", http.StatusUnauthorized)
	}
	if ok {
		a.sessions.Put(r.Context(), "user_id", u.id)
	}
}

// A helper begins the session, or fails.
func (a *app) begin(w http.ResponseWriter, r *http.Request, u user) error {
	s, err := a.store.Get(r, "sid")
	if err != nil {
		return err
	}
	s.ID = ""
	s.Values["user_id"] = u.id
	return s.Save(r, w)
}

func (a *app) loginHelper(w http.ResponseWriter, r *http.Request) {
	u, err := a.find(r.PostFormValue("name"))
	if err != nil || wrong(u, r) {
		http.Redirect(w, r, "/login?failed=1", http.StatusSeeOther) // want authabort:"http.Redirect rejects the request but the function goes on"
	}
	if err := a.begin(w, r, u); err != nil {
		return
	}
}

// A helper may leave out somebody who was not found.
func (a *app) greet(r *http.Request, u *user) {
	if u != nil {
		a.sessions.Put(r.Context(), "user_id", u.id)
	}
}

func (a *app) loginMaybe(w http.ResponseWriter, r *http.Request) {
	u, err := a.find(r.PostFormValue("name"))
	found := &u
	if err != nil || wrong(u, r) {
		w.WriteHeader(http.StatusUnauthorized)
		found = nil
	}
	a.greet(r, found)
}

// deny does not come back.
func deny(w http.ResponseWriter) {
	http.Error(w, "login failed", http.StatusUnauthorized)
	panic(http.ErrAbortHandler)
}

func (a *app) loginPanics(w http.ResponseWriter, r *http.Request) {
	u, err := a.find(r.PostFormValue("name"))
	if err != nil || wrong(u, r) {
		deny(w)
	}
	a.sessions.RenewToken(r.Context())
	a.sessions.Put(r.Context(), "user_id", u.id)
}

// Strangers get a session, too: nobody is in it.
func (a *app) visitor(w http.ResponseWriter, r *http.Request) {
	if _, err := r.Cookie("sid"); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
	}
	id := rand.Text()
	a.db.Exec(`INSERT INTO sessions (id) VALUES (?)`, id)
	http.SetCookie(w, &http.Cookie{Name: "sid", Value: id, HttpOnly: true, Secure: true})
}

// The values are taken out of the session.
func (a *app) forgets(w http.ResponseWriter, r *http.Request) {
	if a.sessions.GetInt(r.Context(), "user_id") == 0 {
		w.WriteHeader(http.StatusUnauthorized)
	}
	a.sessions.Remove(r.Context(), "user_id")
}

func (a *app) setPassword(id int, text string) error {
	hash, err := bcrypt.GenerateFromPassword([]byte(text), bcrypt.DefaultCost)
	if err != nil {
		return err
	}
	_, err = a.db.Exec(`UPDATE users SET hash = ? WHERE id = ?`, hash, id)
	return err
}

func (a *app) changePassword(w http.ResponseWriter, r *http.Request) {
	u, err := a.find(r.PostFormValue("name"))
	if err != nil {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	if wrong(u, r) {
		w.WriteHeader(http.StatusForbidden) // want authabort:"WriteHeader rejects the request but the function goes on"
	}
	if err := a.setPassword(u.id, r.PostFormValue("new")); err != nil {
		w.WriteHeader(http.StatusInternalServerError)
	}
}

func (a *app) changePasswordSwitch(w http.ResponseWriter, r *http.Request) {
	u, err := a.find(r.PostFormValue("name"))
	switch {
	case err != nil:
		w.WriteHeader(http.StatusNotFound)
	case wrong(u, r):
		w.WriteHeader(http.StatusForbidden)
	default:
		a.setPassword(u.id, r.PostFormValue("new"))
	}
}

// Aborting stops what is registered behind, and not this function.
func (a *app) ginLogin(c *gin.Context) {
	u, err := a.find(c.PostForm("name"))
	if err != nil || bcrypt.CompareHashAndPassword(u.hash, []byte(c.PostForm("password"))) != nil {
		c.AbortWithStatus(http.StatusUnauthorized) // want authabort:"AbortWithStatus rejects the request but the function goes on"
	}
	session := sessions.Default(c)
	session.Clear()
	session.Set("user_id", u.id)
	if err := session.Save(); err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
	}
}

func (a *app) ginLoginOK(c *gin.Context) {
	u, err := a.find(c.PostForm("name"))
	if err != nil || bcrypt.CompareHashAndPassword(u.hash, []byte(c.PostForm("password"))) != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	session := sessions.Default(c)
	session.Clear()
	session.Set("user_id", u.id)
	session.Save()
}

// demand rejects strangers, and says nothing.
func (a *app) demand(w http.ResponseWriter, r *http.Request) {
	if a.sessions.GetInt(r.Context(), "user_id") == 0 {
		http.Error(w, "log in first", http.StatusUnauthorized)
	}
}

func (a *app) resetPassword(w http.ResponseWriter, r *http.Request) {
	a.demand(w, r) // want authabort:"demand may have rejected the request"
	a.setPassword(a.sessions.GetInt(r.Context(), "user_id"), r.PostFormValue("new"))
}
