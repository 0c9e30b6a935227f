// Package kept has session objects that keep the ID of the client where the
// store has nothing under it.
package kept

import (
	"bytes"
	"crypto/rand"
	"encoding/gob"
	"errors"
	"net/http"
)

type storage interface {
	Get(id string) ([]byte, error)
	Set(id string, data []byte) error
}

type Session struct {
	id    string
	fresh bool
	data  map[string]string
	store *Store
}

type Store struct {
	storage storage
	cookie  string
}

// Save keeps the session under the ID that it has.
func (s *Session) Save() error {
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(s.data); err != nil {
		return err
	}
	return s.store.storage.Set(s.id, b.Bytes())
}

// Regenerate gives the session another ID.
func (s *Session) Regenerate() {
	s.id = rand.Text()
	s.fresh = true
}

func (st *Store) idOf(r *http.Request) string {
	if c, err := r.Cookie(st.cookie); err == nil {
		return c.Value
	}
	return r.Header.Get("X-Session-Token")
}

// Whatever ID comes is the ID of the session, new or not.
func (st *Store) Adopts(r *http.Request) (*Session, error) {
	known := true
	id := st.idOf(r)
	if id == "" {
		known = false
		id = rand.Text()
	}
	s := &Session{store: st, data: map[string]string{}}
	s.id = id // want sessionadopt:"made under an ID that the client chose"
	if known {
		raw, err := st.storage.Get(id)
		if raw != nil && err == nil {
			if err := gob.NewDecoder(bytes.NewReader(raw)).Decode(&s.data); err != nil {
				return nil, err
			}
		} else if err != nil {
			return nil, err
		} else {
			s.fresh = true
		}
	}
	return s, nil
}

// Asked first.
func (st *Store) AdoptsLater(r *http.Request) (*Session, error) {
	id := st.idOf(r)
	raw, err := st.storage.Get(id)
	if err != nil {
		return nil, err
	}
	s := &Session{store: st, data: map[string]string{}}
	s.id = id // want sessionadopt:"made under an ID that the client chose"
	if raw == nil {
		return s, nil
	}
	return s, gob.NewDecoder(bytes.NewReader(raw)).Decode(&s.data)
}

// What is not known gets an ID of its own.
func (st *Store) Fresh(r *http.Request) (*Session, error) {
	var raw []byte
	id := st.idOf(r)
	if id != "" {
		var err error
		if raw, err = st.storage.Get(id); err != nil {
			return nil, err
		}
		if raw == nil {
			id = ""
		}
	}
	fresh := false
	if id == "" {
		fresh = true
		id = rand.Text()
	}
	s := &Session{store: st, data: map[string]string{}}
	s.id = id
	s.fresh = fresh
	if raw != nil {
		return s, gob.NewDecoder(bytes.NewReader(raw)).Decode(&s.data)
	}
	return s, nil
}

// What is not known is renewed.
func (st *Store) Renewed(r *http.Request) (*Session, error) {
	id := st.idOf(r)
	s := &Session{store: st, data: map[string]string{}}
	s.id = id
	raw, err := st.storage.Get(id)
	if err != nil {
		return nil, err
	}
	if raw == nil {
		s.Regenerate()
		return s, nil
	}
	return s, gob.NewDecoder(bytes.NewReader(raw)).Decode(&s.data)
}

// What is not known is refused.
func (st *Store) Refused(r *http.Request) (*Session, error) {
	id := st.idOf(r)
	s := &Session{store: st, data: map[string]string{}}
	s.id = id
	raw, err := st.storage.Get(id)
	if err != nil {
		return nil, err
	}
	if raw == nil {
		return s, errors.New("no such session")
	}
	return s, gob.NewDecoder(bytes.NewReader(raw)).Decode(&s.data)
}

// The test is of the length: what it says of nothing is not known here.
func (st *Store) Unsure(r *http.Request) (*Session, error) {
	id := st.idOf(r)
	s := &Session{store: st, data: map[string]string{}}
	s.id = id
	raw, err := st.storage.Get(id)
	if err != nil {
		return nil, err
	}
	if len(raw) < 4 {
		return nil, errors.New("no such session")
	}
	return s, gob.NewDecoder(bytes.NewReader(raw)).Decode(&s.data)
}

// A Visit is saved under a new ID if it is new.
type SessionVisit struct {
	id    string
	fresh bool
	page  string
}

var visits = map[string]*SessionVisit{}

func (v *SessionVisit) save() {
	if v.fresh {
		v.id = rand.Text()
	}
	visits[v.id] = v
}

func visit(r *http.Request) *SessionVisit {
	c, err := r.Cookie("sid")
	if err != nil {
		return nil
	}
	v, ok := visits[c.Value]
	if !ok {
		v = &SessionVisit{page: r.URL.Path}
		v.id = c.Value
		v.fresh = true
		return v
	}
	return v
}

// A map, and objects that are saved under the ID they have.
type MapSession struct{ id, user string }

var kept = map[string]*MapSession{}

func (m *MapSession) save() { kept[m.id] = m }

func adoptsInMap(r *http.Request) *MapSession {
	c, err := r.Cookie("sid")
	if err != nil {
		return nil
	}
	m, ok := kept[c.Value]
	if !ok {
		m = &MapSession{id: c.Value} // want sessionadopt:"cookie sid"
		return m
	}
	return m
}
