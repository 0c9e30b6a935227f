// Package wrapped makes sessions through helpers of all kinds.
package wrapped

import (
	"crypto/rand"
	"net/http"
)

type session struct{ user string }

type manager struct{ sessions map[string]*session }

func (m *manager) get(id string) *session {
	s, ok := m.sessions[id]
	if !ok {
		s = &session{}
		m.sessions[id] = s
	}
	return s
}

func cookieValue(r *http.Request) string {
	c, err := r.Cookie("sid")
	if err != nil {
		return ""
	}
	return c.Value
}

func helper(m *manager, r *http.Request) *session {
	return m.get(cookieValue(r)) // want sessionadopt:"cookie sid"
}

func helperFresh(m *manager) *session { return m.get(rand.Text()) }

func closure(m *manager, r *http.Request) *session {
	id := cookieValue(r)
	load := func() *session {
		s := &session{}
		m.sessions[id] = s // want sessionadopt:"cookie sid"
		return s
	}
	return load()
}

func same[T any](v T) T { return v }

func generic(m *manager, r *http.Request) { m.sessions[same(cookieValue(r))] = &session{} } // want sessionadopt:"cookie sid"

type request struct{ id string }

func field(m *manager, r *http.Request) {
	in := request{id: cookieValue(r)}
	m.sessions[in.id] = &session{} // want sessionadopt:"cookie sid"
}

func fieldFresh(m *manager) {
	in := request{id: rand.Text()}
	m.sessions[in.id] = &session{}
}
