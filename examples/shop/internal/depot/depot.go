// Package depot is where parcels wait. It has a database of its own. Each fault stands
// beside the way it should be.
package depot

import (
	"database/sql"
	"net/http"

	"github.com/alexedwards/scs/v2"
	"golang.org/x/crypto/bcrypt"

	"example.com/shop/internal/auth"
	"example.com/shop/internal/session"
)

const (
	userKey  = "user_id"   // who is logged in
	firstKey = "first_uid" // who has given the password, but not yet the code
)

// A Depot answers those who fetch parcels.
type Depot struct {
	db       *sql.DB
	codes    *auth.Codes
	sessions *scs.SessionManager
}

// New returns a depot.
func New(db *sql.DB) *Depot {
	return &Depot{db: db, codes: auth.NewCodes(), sessions: session.Depot()}
}

// Handler returns the depot below /depot/.
func (d *Depot) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /depot/login", d.login)
	mux.HandleFunc("POST /depot/v2/login", d.loginV2)
	mux.HandleFunc("POST /depot/v2/code", d.codeV2)
	mux.HandleFunc("POST /depot/parcels/{id}", d.fetch)
	mux.HandleFunc("POST /depot/v2/parcels/{id}", d.fetchV2)
	mux.Handle("GET /depot/sessions", d.members(http.HandlerFunc(d.list)))
	mux.Handle("DELETE /depot/sessions/{id}", d.members(http.HandlerFunc(d.end)))
	mux.Handle("DELETE /depot/v2/sessions/{id}", d.members(http.HandlerFunc(d.endV2)))
	return d.sessions.LoadAndSave(mux)
}

// members lets those through who are logged in.
func (d *Depot) members(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if d.sessions.GetInt(r.Context(), userKey) == 0 {
			http.Error(w, "log in first", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

type user struct {
	id   int
	hash []byte
	totp bool
}

// check returns who knows the password.
func (d *Depot) check(r *http.Request) (user, error) {
	var u user
	err := d.db.QueryRowContext(r.Context(), "SELECT id, hash, totp FROM users WHERE name = ?", r.PostFormValue("name")).Scan(&u.id, &u.hash, &u.totp)
	if err != nil {
		return u, err
	}
	return u, bcrypt.CompareHashAndPassword(u.hash, []byte(r.PostFormValue("password")))
}

// login has somebody logged in who still owes the code.
func (d *Depot) login(w http.ResponseWriter, r *http.Request) {
	u, err := d.check(r)
	if err != nil || d.sessions.RenewToken(r.Context()) != nil {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return
	}
	d.sessions.Put(r.Context(), userKey, u.id) // finding: halfopen
	if u.totp {
		http.Redirect(w, r, "/depot/v2/code", http.StatusSeeOther)
		return
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// loginV2 keeps who has done the first step under a key that opens nothing.
func (d *Depot) loginV2(w http.ResponseWriter, r *http.Request) {
	u, err := d.check(r)
	if err != nil || d.sessions.RenewToken(r.Context()) != nil {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return
	}
	if u.totp {
		d.sessions.Put(r.Context(), firstKey, u.id)
		http.Redirect(w, r, "/depot/v2/code", http.StatusSeeOther)
		return
	}
	d.sessions.Put(r.Context(), userKey, u.id)
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// codeV2 is the second step.
func (d *Depot) codeV2(w http.ResponseWriter, r *http.Request) {
	id := d.sessions.PopInt(r.Context(), firstKey)
	if id == 0 || !d.codes.Verify(r.PostFormValue("name"), r.PostFormValue("code")) || d.sessions.RenewToken(r.Context()) != nil {
		http.Error(w, "wrong code", http.StatusForbidden)
		return
	}
	d.sessions.Put(r.Context(), userKey, id)
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// fetch gives the parcels of strangers to user 0.
func (d *Depot) fetch(w http.ResponseWriter, r *http.Request) {
	id := d.sessions.GetInt(r.Context(), userKey) // finding: sessioncheck
	d.db.ExecContext(r.Context(), "UPDATE parcels SET fetched_by = ? WHERE id = ?", id, r.PathValue("id"))
}

// fetchV2 sends strangers away.
func (d *Depot) fetchV2(w http.ResponseWriter, r *http.Request) {
	id := d.sessions.GetInt(r.Context(), userKey)
	if id == 0 {
		http.Error(w, "log in first", http.StatusUnauthorized)
		return
	}
	d.db.ExecContext(r.Context(), "UPDATE parcels SET fetched_by = ? WHERE id = ?", id, r.PathValue("id"))
}
