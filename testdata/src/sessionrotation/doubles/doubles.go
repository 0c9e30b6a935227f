// Package doubles has its sessions behind an interface, which a test implements
// as well: what the double does not do, the program does.
package doubles

import (
	"context"
	"net/http"

	"github.com/alexedwards/scs/v2"
	"golang.org/x/crypto/bcrypt"
)

type sessions interface {
	Restart(ctx context.Context)
	Keep(ctx context.Context, user string)
}

type wrapper struct{ *scs.SessionManager }

func (w wrapper) Restart(ctx context.Context)           { _ = w.Destroy(ctx) }
func (w wrapper) Keep(ctx context.Context, user string) { w.Put(ctx, "user", user) }

type app struct {
	sessions sessions
	hash     []byte
}

func newApp() *app { return &app{sessions: wrapper{scs.New()}} }

func (a *app) login(w http.ResponseWriter, r *http.Request) {
	if bcrypt.CompareHashAndPassword(a.hash, []byte(r.PostFormValue("password"))) != nil {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return
	}
	a.sessions.Restart(r.Context())
	a.sessions.Keep(r.Context(), r.PostFormValue("name"))
}

func (a *app) bad(w http.ResponseWriter, r *http.Request) {
	if bcrypt.CompareHashAndPassword(a.hash, []byte(r.PostFormValue("password"))) != nil {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return
	}
	a.sessions.Keep(r.Context(), r.PostFormValue("name")) // want sessionrotation:"without renewing"
}
