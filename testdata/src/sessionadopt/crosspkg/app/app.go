// Package app hands IDs to another package.
package app

import (
	"crypto/rand"
	"net/http"

	"sessionlint.test/src/sessionadopt/crosspkg/lib"
)

func adopt(s *lib.Store, r *http.Request) *lib.Session {
	c, err := r.Cookie("sid")
	if err != nil {
		return s.Get(rand.Text())
	}
	return s.Get(c.Value) // want sessionadopt:"cookie sid"
}

func adoptRow(s *lib.Store, r *http.Request) error {
	c, err := r.Cookie("sid")
	if err != nil {
		return err
	}
	return s.Insert(c.Value) // want sessionadopt:"cookie sid"
}

func find(s *lib.Store, r *http.Request) *lib.Session {
	c, err := r.Cookie("sid")
	if err != nil {
		return nil
	}
	if session := s.Find(c.Value); session != nil {
		return session
	}
	return s.Get(rand.Text())
}
