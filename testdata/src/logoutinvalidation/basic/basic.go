// Package basic ends sessions, or only seems to.
package basic

import (
	"net/http"
	"sync"
	"time"

	"github.com/alexedwards/scs/v2"
)

var (
	mu       sync.Mutex
	sessions = map[string]string{}
	manager  = scs.New()
)

func logout(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: "sid", Path: "/", MaxAge: -1}) // want logoutinvalidation:"drops the cookie but leaves the session alive on the server"
	http.Redirect(w, r, "/login", http.StatusSeeOther)
}

// SignOut writes an old date.
func SignOut(w http.ResponseWriter, r *http.Request) {
	cookie := &http.Cookie{Name: "sid", Value: "", Path: "/", Expires: time.Now().Add(-time.Hour)}
	http.SetCookie(w, cookie) // want logoutinvalidation:"alive on the server"
}

// logoutHandler returns the handler.
func logoutHandler() http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		clearCookie(w) // want logoutinvalidation:"alive on the server"
	}
}

func clearCookie(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "sid", Path: "/", Expires: time.Unix(0, 0)})
}

func logoutMap(w http.ResponseWriter, r *http.Request) {
	if c, err := r.Cookie("sid"); err == nil {
		mu.Lock()
		delete(sessions, c.Value)
		mu.Unlock()
	}
	clearCookie(w)
}

func logoutManager(w http.ResponseWriter, r *http.Request) {
	if err := manager.Destroy(r.Context()); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// logoutIdentity: a session without a user is nobody's.
func logoutIdentity(w http.ResponseWriter, r *http.Request) {
	manager.Remove(r.Context(), "user_id")
	clearCookie(w)
}

// logoutTheme takes nothing away that matters.
func logoutTheme(w http.ResponseWriter, r *http.Request) {
	manager.Remove(r.Context(), "theme")
	clearCookie(w) // want logoutinvalidation:"alive on the server"
}

type revoker interface {
	RevokeSession(id string) error
	Touch(id string) error
}

// logoutService: the name of the method says what it does.
func logoutService(w http.ResponseWriter, r *http.Request, s revoker) {
	if c, err := r.Cookie("sid"); err == nil {
		s.RevokeSession(c.Value)
	}
	clearCookie(w)
}

func logoutTouch(w http.ResponseWriter, r *http.Request, s revoker) {
	if c, err := r.Cookie("sid"); err == nil {
		s.Touch(c.Value)
	}
	clearCookie(w) // want logoutinvalidation:"alive on the server"
}

// forget is no logout: it drops the cookie of a user who is gone.
func forget(w http.ResponseWriter, r *http.Request) { clearCookie(w) }

// leave is one that a comment tells.
//
//sessionlint:role logout
func leave(w http.ResponseWriter, r *http.Request) {
	clearCookie(w) // want logoutinvalidation:"alive on the server"
}

// done ends all sessions in a way that cannot be seen.
//
//sessionlint:role revoke
func done(string) {}

func logoutTold(w http.ResponseWriter, r *http.Request) {
	done(r.RemoteAddr)
	clearCookie(w)
}
