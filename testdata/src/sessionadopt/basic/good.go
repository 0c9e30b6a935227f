package basic

import (
	"crypto/rand"
	"database/sql"
	"net/http"
)

func (s *store) fresh(r *http.Request) *Session {
	if c, err := r.Cookie("sid"); err == nil {
		if session, ok := s.sessions[c.Value]; ok {
			return session
		}
	}
	session := &Session{}
	s.sessions[rand.Text()] = session
	return session
}

// A record that is there is replaced.
func (s *store) update(r *http.Request, user string) {
	c, err := r.Cookie("sid")
	if err != nil {
		return
	}
	if _, ok := s.sessions[c.Value]; ok {
		s.sessions[c.Value] = &Session{User: user}
	}
}

// The ID is replaced where nothing is known under it.
func (s *store) replaced(r *http.Request) *Session {
	c, err := r.Cookie("sid")
	if err != nil {
		return nil
	}
	id := c.Value
	session, ok := s.sessions[id]
	if !ok {
		id = rand.Text()
		session = &Session{}
		s.sessions[id] = session
	}
	return session
}

func insert(db *sql.DB) error {
	_, err := db.Exec("INSERT INTO sessions (id) VALUES (?)", rand.Text())
	return err
}

// A map of something else, and a row that notes which session did something.
var baskets = map[string]*int{}

func other(db *sql.DB, r *http.Request) {
	c, err := r.Cookie("basket")
	if err != nil {
		return
	}
	baskets[c.Value] = new(int)
	db.Exec("INSERT INTO visits (page, cookie) VALUES (?, ?)", r.URL.Path, c.Value)
	db.Exec("UPDATE sessions SET seen = now() WHERE id = ?", c.Value)
}
