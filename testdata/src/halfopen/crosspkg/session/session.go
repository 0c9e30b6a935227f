// Package session keeps who is logged in.
package session

import (
	"context"
	"net/http"

	"github.com/alexedwards/scs/v2"
	"github.com/gorilla/sessions"
)

var Manager = scs.New()

var store = sessions.NewCookieStore([]byte("0123456789abcdef0123456789abcdef"))

// Login begins the session of somebody.
func Login(ctx context.Context, id int) error {
	if err := Manager.RenewToken(ctx); err != nil {
		return err
	}
	Manager.Put(ctx, "uid", id)
	return nil
}

// Begin does so, or only the way to the second step.
func Begin(ctx context.Context, id int, finished bool) {
	if !finished {
		Manager.Put(ctx, "next_uid", id)
		return
	}
	Manager.Put(ctx, "uid", id)
}

// Wait marks a session as not finished.
func Wait(ctx context.Context) { Manager.Put(ctx, "mfa_pending", true) }

// Forget ends the session.
func Forget(ctx context.Context) { Manager.Destroy(ctx) }

// UserID returns who is logged in, or 0.
func UserID(ctx context.Context) int { return Manager.GetInt(ctx, "uid") }

// SetMember writes the same into a cookie.
func SetMember(w http.ResponseWriter, r *http.Request, id int) error {
	s, err := store.Get(r, "shop")
	if err != nil {
		return err
	}
	s.Values["member_id"] = id
	return s.Save(r, w)
}

// Member returns who is logged in by that cookie.
func Member(r *http.Request) (int, bool) {
	s, err := store.Get(r, "shop")
	if err != nil {
		return 0, false
	}
	id, ok := s.Values["member_id"].(int)
	return id, ok
}
