// Package handfile keeps each of its sessions in a file of its own.
package handfile

import (
	"crypto/rand"
	"database/sql"
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/crypto/bcrypt"
)

// A Session is what a file holds.
type Session struct {
	UserID int64
}

type app struct {
	db  *sql.DB
	dir string // of the sessions
}

// sessionFile is the file of a session. An ID has no slashes and no dots.
func (a *app) sessionFile(id string) string {
	return filepath.Join(a.dir, strings.Trim(filepath.Base(id), ".")+".json")
}

func (a *app) login(w http.ResponseWriter, r *http.Request) {
	var id int64
	var hash []byte
	err := a.db.QueryRow(`SELECT id, hash FROM users WHERE name = ?`, r.PostFormValue("name")).Scan(&id, &hash)
	if err != nil || bcrypt.CompareHashAndPassword(hash, []byte(r.PostFormValue("password"))) != nil {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return // cut: authabort:"return is missing"
	}
	text, err := json.Marshal(Session{id})
	if err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	session := rand.Text()
	if err := os.WriteFile(a.sessionFile(session), text, 0o600); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	http.SetCookie(w, &http.Cookie{Name: "sid", Value: session, Path: "/", HttpOnly: true, Secure: true})
}

func (a *app) logout(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("sid")
	if err != nil {
		return
	}
	// cut 4: logoutinvalidation:"alive on the server"
	if err := os.Remove(a.sessionFile(c.Value)); err != nil && !os.IsNotExist(err) {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	c.MaxAge = -1
	http.SetCookie(w, &http.Cookie{Name: "sid", Path: "/", MaxAge: -1})
}

// currentUser returns the ID of who is logged in.
func (a *app) currentUser(r *http.Request) (int64, error) {
	c, err := r.Cookie("sid")
	if err != nil {
		return 0, err
	}
	text, err := os.ReadFile(a.sessionFile(c.Value))
	if err != nil {
		return 0, err
	}
	var s Session
	return s.UserID, json.Unmarshal(text, &s)
}

func (a *app) changePassword(w http.ResponseWriter, r *http.Request) {
	id, err := a.currentUser(r)
	if err != nil {
		http.Error(w, "log in first", http.StatusUnauthorized)
		return // cut: authabort:"return is missing"
	}
	// cut 4: sensitiveaction:"without asking for the current one"
	if err := a.verifyPassword(id, r.PostFormValue("old")); err != nil {
		http.Error(w, "wrong password", http.StatusForbidden)
		return // cut: authabort:"return is missing"
	}
	hash, err := bcrypt.GenerateFromPassword([]byte(r.PostFormValue("new")), bcrypt.DefaultCost)
	if err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	if _, err := a.db.Exec(`UPDATE users SET hash = ? WHERE id = ?`, hash, id); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	// cut 3: credentialchange:"sessions of the account alive"
	if err := a.endAll(id); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

func (a *app) verifyPassword(id int64, password string) error {
	var hash []byte
	if err := a.db.QueryRow(`SELECT hash FROM users WHERE id = ?`, id).Scan(&hash); err != nil {
		return err
	}
	return bcrypt.CompareHashAndPassword(hash, []byte(password))
}

// endAll removes the files of the sessions of a user.
func (a *app) endAll(userID int64) error {
	files, err := filepath.Glob(a.sessionFile("*"))
	if err != nil {
		return err
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		var s Session
		if json.Unmarshal(text, &s) == nil && s.UserID == userID {
			if err := os.Remove(file); err != nil {
				return err
			}
		}
	}
	return nil
}
