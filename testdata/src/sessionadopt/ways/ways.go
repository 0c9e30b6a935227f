// Package ways makes sessions in the ways that wrapped leaves out.
package ways

import (
	"crypto/rand"
	"net/http"

	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/utils"
)

type session struct{ user string }

var sessions = map[string]*session{}

func cookieValue(r *http.Request) string {
	c, err := r.Cookie("sid")
	if err != nil {
		return ""
	}
	return c.Value
}

// interface with one implementation that reads
type reader interface{ id(*http.Request) string }

type cookies struct{}

func (cookies) id(r *http.Request) string { return cookieValue(r) }

func interfaceID(from reader, r *http.Request) {
	sessions[from.id(r)] = &session{} // want sessionadopt:"cookie sid"
}

type maker interface{ fresh() string }

type random struct{}

func (random) fresh() string { return rand.Text() }

func interfaceFresh(from maker) { sessions[from.fresh()] = &session{} }

// interface with one implementation that keeps sessions
type store interface{ get(id string) *session }

type memory struct{ sessions map[string]*session }

func (m *memory) get(id string) *session {
	s, ok := m.sessions[id]
	if !ok {
		s = &session{}
		m.sessions[id] = s
	}
	return s
}

func interfaceStore(in store, r *http.Request) *session {
	return in.get(cookieValue(r)) // want sessionadopt:"cookie sid"
}

func interfaceStoreFresh(in store) *session { return in.get(rand.Text()) }

// closure
func closureFresh() *session {
	id := rand.Text()
	load := func() *session {
		s := &session{}
		sessions[id] = s
		return s
	}
	return load()
}

// generic
func same[T any](v T) T { return v }

func genericFresh() { sessions[same(rand.Text())] = &session{} }

// a copy of what fiber lends
func copied(c *fiber.Ctx) {
	sessions[utils.CopyString(c.Cookies("sid"))] = &session{} // want sessionadopt:"cookie sid"
}
