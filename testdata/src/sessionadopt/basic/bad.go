// Package basic makes sessions under IDs that clients choose.
package basic

import (
	"crypto/rand"
	"database/sql"
	"net/http"
	"sync"
)

// A Session is the state of one client.
type Session struct{ User string }

type store struct {
	mu       sync.Mutex
	sessions map[string]*Session
	shared   sync.Map
}

func (s *store) lookup(r *http.Request) *Session {
	c, err := r.Cookie("sid")
	if err != nil {
		return nil
	}
	session, ok := s.sessions[c.Value]
	if !ok {
		session = &Session{}
		s.sessions[c.Value] = session // want sessionadopt:"session record is made under an ID that the client chose \\(cookie sid\\)"
	}
	return session
}

// The ID is made only where the client brings none.
func (s *store) orNew(r *http.Request) *Session {
	id := r.Header.Get("X-Session-Token")
	if id == "" {
		id = rand.Text()
	}
	if session := s.sessions[id]; session != nil {
		return session
	}
	session := &Session{}
	s.sessions[id] = session // want sessionadopt:"header X-Session-Token"
	return session
}

func (s *store) concurrent(r *http.Request) any {
	c, err := r.Cookie("session")
	if err != nil {
		return nil
	}
	session, _ := s.shared.LoadOrStore(c.Value, &Session{}) // want sessionadopt:"cookie session"
	return session
}

func row(db *sql.DB, r *http.Request) error {
	c, err := r.Cookie("sid")
	if err != nil {
		return err
	}
	_, err = db.Exec("INSERT INTO sessions (id, created) VALUES (?, now())", c.Value) // want sessionadopt:"cookie sid"
	return err
}

func query(db *sql.DB, r *http.Request) error {
	_, err := db.Exec("INSERT INTO logins (session_id) VALUES (?)", r.URL.Query().Get("sid")) // want sessionadopt:"query parameter sid"
	return err
}
