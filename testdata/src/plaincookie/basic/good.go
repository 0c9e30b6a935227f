package basic

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"
	"github.com/gorilla/securecookie"
)

var codec = securecookie.New(securecookie.GenerateRandomKey(64), nil)

// signed by the library
func signed(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("role")
	if err != nil {
		return
	}
	var role string
	if codec.Decode("role", c.Value, &role) != nil || role != "admin" {
		http.Error(w, "forbidden", http.StatusForbidden)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// signed by hand
func byHand(key []byte, w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("user_id")
	if err != nil {
		return
	}
	id, sum, ok := strings.Cut(c.Value, ".")
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(id))
	if want := hex.EncodeToString(mac.Sum(nil)); !ok || !hmac.Equal([]byte(sum), []byte(want)) {
		http.Error(w, "forbidden", http.StatusForbidden)
		return
	}
	w.Header().Set("X-User", id)
}

// a signed token under any name
func token(key []byte, w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("user")
	if err != nil {
		return
	}
	claims := new(jwt.RegisteredClaims)
	if _, err := jwt.ParseWithClaims(c.Value, claims, func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"})); err != nil {
		http.Error(w, "forbidden", http.StatusForbidden)
		return
	}
	w.Header().Set("X-User", claims.Subject)
}

// an opaque session ID is looked up
func (s *store) lookup(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("session")
	if err != nil {
		return
	}
	u := new(user)
	if s.db.QueryRow("SELECT u.id, u.role FROM users u JOIN sessions s ON s.user_id = u.id WHERE s.id = ?", c.Value).Scan(&u.ID, &u.Role) != nil {
		http.Error(w, "forbidden", http.StatusForbidden)
		return
	}
	if u.Role != "admin" {
		http.Error(w, "forbidden", http.StatusForbidden)
	}
}

// a hint for the login form
func loginForm(w http.ResponseWriter, r *http.Request) {
	if c, err := r.Cookie("last_user"); err == nil {
		w.Header().Set("X-Prefill", c.Value)
	}
}

// what is shown, not what is allowed
func greeting(w http.ResponseWriter, r *http.Request) {
	if c, err := r.Cookie("username"); err == nil {
		w.Header().Set("X-Greeting", "hello "+c.Value)
	}
}

func menu(w http.ResponseWriter, r *http.Request) {
	label := "log in"
	if c, err := r.Cookie("logged_in"); err == nil && c.Value == "true" {
		label = "log out"
	}
	w.Header().Set("X-Label", label)
}

func theme(w http.ResponseWriter, r *http.Request) {
	if c, err := r.Cookie("theme"); err != nil || c.Value != "dark" {
		http.Redirect(w, r, "/light", http.StatusFound)
	}
}

// an ordinary header
func agent(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("User-Agent") == "admin" {
		http.Error(w, "no", http.StatusForbidden)
	}
}

// compared with what the server knows
func same(w http.ResponseWriter, r *http.Request, current string) {
	if c, err := r.Cookie("user_id"); err != nil || c.Value != current {
		http.Error(w, "forbidden", http.StatusForbidden)
	}
}

// those who seem to be logged in are sent on: nothing opens to them
func alreadyIn(w http.ResponseWriter, r *http.Request) {
	if c, err := r.Cookie("logged_in"); err == nil && c.Value == "true" {
		http.Redirect(w, r, "/home", http.StatusFound)
		return
	}
	w.WriteHeader(http.StatusOK)
}

func sum(key []byte, text string) string {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(text))
	return hex.EncodeToString(mac.Sum(nil))
}

// signed by a helper
func byHelper(key []byte, s *store, w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("user_role")
	if err != nil {
		return
	}
	role, tag, _ := strings.Cut(c.Value, ".")
	if sum(key, role) != tag || role != "admin" {
		http.Error(w, "forbidden", http.StatusForbidden)
	}
}
