// Package basic lets support staff act as users.
package basic

import (
	"errors"
	"log/slog"
	"net/http"
	"time"

	"github.com/alexedwards/scs/v2"
	"github.com/golang-jwt/jwt/v5"
	"golang.org/x/crypto/bcrypt"
)

var (
	sm  = scs.New()
	key = []byte("0123456789abcdef0123456789abcdef")
)

type User struct {
	ID    string
	Admin bool
}

func (u User) Can(what string) bool { return u.Admin && what != "" }

func routes(mux *http.ServeMux) {
	mux.HandleFunc("POST /users/{id}/login", loginAs)
	mux.HandleFunc("POST /users/{id}/profile", setProfile)
	mux.Handle("POST /users/{id}/enter", requireLogin(http.HandlerFunc(enter)))
	mux.Handle("POST /users/{id}/pick", requireLogin(http.HandlerFunc(pick)))
	mux.Handle("POST /confirm", requireLogin(http.HandlerFunc(confirm)))
	mux.Handle("POST /users/{id}/switch", requireAdmin(http.HandlerFunc(switchUser)))
}

func main() {
	mux := http.NewServeMux()
	routes(mux)
	http.ListenAndServe(":8080", sm.LoadAndSave(mux))
}

func loginAs(w http.ResponseWriter, r *http.Request) {
	sm.Put(r.Context(), "uid", r.PathValue("id")) // want impersonation:"forgets who acts" impersonation:"leaves no trace" impersonation:"lets anybody"
}

func loginAsAudited(w http.ResponseWriter, r *http.Request, admin User, target string) error {
	if !admin.Can("impersonate") {
		return errors.New("forbidden")
	}
	slog.InfoContext(r.Context(), "impersonation starts", "admin", admin.ID, "target", target)
	if err := sm.RenewToken(r.Context()); err != nil {
		return err
	}
	sm.Put(r.Context(), "actor", admin.ID)
	sm.Put(r.Context(), "uid", target)
	return nil
}

// a middleware may check the right; the actor is missing
func switchUser(w http.ResponseWriter, r *http.Request) {
	audit("switch", r.PathValue("id"))
	sm.Put(r.Context(), "user_id", r.PathValue("id")) // want impersonation:"forgets who acts"
}

func requireAdmin(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !sm.GetBool(r.Context(), "is_admin") {
			http.Error(w, "forbidden", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func requireLogin(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if sm.GetString(r.Context(), "uid") == "" {
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// no name says so: whoever is logged in becomes whom he names
func enter(w http.ResponseWriter, r *http.Request) {
	sm.Put(r.Context(), "uid", r.PathValue("id")) // want impersonation:"forgets who acts" impersonation:"leaves no trace"
}

// no guard knows anybody by this key
func pick(w http.ResponseWriter, r *http.Request) {
	sm.Put(r.Context(), "viewed_user", r.PathValue("id"))
}

// who proves who he is becomes himself
func confirm(w http.ResponseWriter, r *http.Request) {
	if bcrypt.CompareHashAndPassword(hashOf(r.FormValue("uid")), []byte(r.FormValue("password"))) != nil {
		http.Error(w, "wrong password", http.StatusForbidden)
		return
	}
	if err := sm.RenewToken(r.Context()); err != nil {
		http.Error(w, "try again", http.StatusInternalServerError)
		return
	}
	sm.Put(r.Context(), "uid", r.FormValue("uid"))
}

func hashOf(id string) []byte { return []byte(id) }

// a login, whatever it is called
func signInAs(w http.ResponseWriter, r *http.Request) {
	confirm(w, r)
	if bcrypt.CompareHashAndPassword(hashOf(r.FormValue("uid")), []byte(r.FormValue("password"))) == nil {
		sm.Put(r.Context(), "uid", r.FormValue("uid"))
	}
}

func audit(event, id string) { slog.Info(event, "user", id) }

func impersonateToken(admin User, id string) (string, error) {
	claims := jwt.MapClaims{"sub": id, "exp": time.Now().Add(time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key) // want impersonation:"forgets who acts" impersonation:"leaves no trace"
}

// RFC 8693 has a claim for the actor
func impersonateTokenActor(admin User, id string) (string, error) {
	if !admin.Admin {
		return "", errors.New("forbidden")
	}
	slog.Info("impersonation", "admin", admin.ID, "user", id)
	claims := jwt.MapClaims{"sub": id, "act": admin.ID, "exp": time.Now().Add(time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}

// the way back
func stopImpersonating(w http.ResponseWriter, r *http.Request) {
	sm.Put(r.Context(), "uid", sm.PopString(r.Context(), "actor"))
}

// an ordinary value
func setProfile(w http.ResponseWriter, r *http.Request) {
	sm.Put(r.Context(), "user", r.PathValue("id"))
}

// a question, not an act
func canImpersonate(u User) bool { return u.Admin }
