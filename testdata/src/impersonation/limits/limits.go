// Package limits has identities that change in ways the rule does not know.
package limits

import (
	"context"
	"net/http"

	"github.com/alexedwards/scs/v2"
)

var sm = scs.New()

type service interface {
	Begin(ctx context.Context, id string) error
}

type server struct{ service service }

// missed: the service behind an interface may log and check
func (s *server) impersonate(w http.ResponseWriter, r *http.Request) {
	if err := s.service.Begin(r.Context(), r.PathValue("id")); err != nil {
		http.Error(w, "forbidden", http.StatusForbidden)
		return
	}
	sm.Put(r.Context(), "acting_for", "")
	sm.Put(r.Context(), "uid", r.PathValue("id")) // want impersonation:"forgets who acts"
}

// missed: nothing in the name says what it does
func enter(w http.ResponseWriter, r *http.Request) {
	sm.Put(r.Context(), "uid", r.PathValue("id"))
}

// a session that proves who is asking again has no other identity
func sudoMode(w http.ResponseWriter, r *http.Request) {
	sm.Put(r.Context(), "user_proved", r.PathValue("id"))
}
