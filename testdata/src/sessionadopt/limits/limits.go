// Package limits pins what is not seen.
package limits

import "net/http"

type session struct{ user string }

// A store behind an interface.
type store interface {
	Load(id string) (*session, bool)
	Save(id string, s *session)
}

func load(st store, r *http.Request) *session {
	c, err := r.Cookie("sid")
	if err != nil {
		return nil
	}
	s, ok := st.Load(c.Value)
	if !ok {
		s = &session{}
		st.Save(c.Value, s) // not seen: what Save does is not known
	}
	return s
}

var sessions = map[string]*session{}

// Control: a map.
func control(r *http.Request) *session {
	c, err := r.Cookie("sid")
	if err != nil {
		return nil
	}
	s := &session{}
	sessions[c.Value] = s // want sessionadopt:"cookie sid"
	return s
}
