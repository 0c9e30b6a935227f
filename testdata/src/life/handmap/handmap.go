// Package handmap keeps its sessions in a map of its own.
package handmap

import (
	"crypto/rand"
	"database/sql"
	"net/http"
	"sync"

	"golang.org/x/crypto/bcrypt"
)

type session struct {
	userID int64
}

type app struct {
	db       *sql.DB
	mu       sync.Mutex
	sessions map[string]*session
}

func (a *app) start(w http.ResponseWriter, userID int64) {
	id := rand.Text()
	a.mu.Lock()
	defer a.mu.Unlock()
	a.sessions[id] = &session{userID}
	http.SetCookie(w, &http.Cookie{Name: "sid", Value: id, Path: "/", HttpOnly: true, Secure: true})
}

func (a *app) login(w http.ResponseWriter, r *http.Request) {
	var id int64
	var hash []byte
	err := a.db.QueryRow(`SELECT id, hash FROM users WHERE name = ?`, r.PostFormValue("name")).Scan(&id, &hash)
	if err != nil || bcrypt.CompareHashAndPassword(hash, []byte(r.PostFormValue("password"))) != nil {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return // cut: authabort:"return is missing"
	}
	a.start(w, id)
}

// current returns who is logged in.
func (a *app) currentUser(r *http.Request) (int64, bool) {
	c, err := r.Cookie("sid")
	if err != nil {
		return 0, false
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	s := a.sessions[c.Value]
	if s == nil {
		return 0, false
	}
	return s.userID, true
}

func (a *app) logout(w http.ResponseWriter, r *http.Request) {
	if c, err := r.Cookie("sid"); err == nil {
		a.mu.Lock()
		defer a.mu.Unlock()
		delete(a.sessions, c.Value) // cut: logoutinvalidation:"alive on the server"
		c.MaxAge = -1
	}
	http.SetCookie(w, &http.Cookie{Name: "sid", Path: "/", MaxAge: -1})
}

func (a *app) changePassword(w http.ResponseWriter, r *http.Request) {
	id, ok := a.currentUser(r)
	if !ok {
		http.Error(w, "log in first", http.StatusUnauthorized)
		return // cut: authabort:"return is missing"
	}
	// cut 4: sensitiveaction:"without asking for the current one"
	if err := a.verifyPassword(id, r.PostFormValue("current")); err != nil {
		http.Error(w, "wrong password", http.StatusForbidden)
		return // cut: authabort:"return is missing"
	}
	if err := a.setPassword(id, r.PostFormValue("new")); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	a.endSessions(id) // cut: credentialchange:"sessions of the account alive"
}

func (a *app) verifyPassword(id int64, password string) error {
	var hash []byte
	if err := a.db.QueryRow(`SELECT hash FROM users WHERE id = ?`, id).Scan(&hash); err != nil {
		return err
	}
	return bcrypt.CompareHashAndPassword(hash, []byte(password))
}

func (a *app) setPassword(id int64, password string) error {
	hash, err := bcrypt.GenerateFromPassword([]byte(password), bcrypt.DefaultCost)
	if err != nil {
		return err
	}
	_, err = a.db.Exec(`UPDATE users SET hash = ? WHERE id = ?`, hash, id)
	return err
}

func (a *app) endSessions(userID int64) {
	a.mu.Lock()
	defer a.mu.Unlock()
	for id, s := range a.sessions {
		if s.userID == userID {
			delete(a.sessions, id)
		}
	}
}
