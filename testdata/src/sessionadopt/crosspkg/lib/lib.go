// Package lib keeps sessions.
package lib

import "database/sql"

// A Session is the state of one client.
type Session struct{ User string }

// A Store keeps sessions.
type Store struct {
	db       *sql.DB
	sessions map[string]*Session
}

// Get returns the session of an ID, and makes one if there is none.
func (s *Store) Get(id string) *Session {
	if session, ok := s.sessions[id]; ok {
		return session
	}
	session := &Session{}
	s.sessions[id] = session
	return session
}

// Find returns the session of an ID, or nil.
func (s *Store) Find(id string) *Session { return s.sessions[id] }

// Insert makes a row.
func (s *Store) Insert(id string) error {
	_, err := s.db.Exec("INSERT INTO sessions (id) VALUES (?)", id)
	return err
}
