// Package apiold is the first version of the API: its tokens live too long and
// are believed too easily.
package apiold

import (
	"encoding/json"
	"net/http"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"example.com/shop/internal/auth"
)

// Claims are those of a token.
type Claims struct {
	User string `json:"user"`
	jwt.RegisteredClaims
}

// An API answers programs.
type API struct {
	users *auth.Users
	key   []byte
}

// New returns the first version of the API.
func New(users *auth.Users, key []byte) *API { return &API{users, key} }

// Handler returns the API below /api/v0/.
func (a *API) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /api/v0/login", a.login)
	mux.HandleFunc("POST /api/v0/device", a.device)
	mux.HandleFunc("POST /api/v0/refresh", a.refresh)
	mux.HandleFunc("GET /api/v0/me", a.me)
	mux.HandleFunc("GET /api/v0/greeting", a.greeting)
	return mux
}

func bearer(r *http.Request) string {
	return strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
}

// find does not look at the algorithm of the token.
func (a *API) find(*jwt.Token) (any, error) { return a.key, nil }

func (a *API) login(w http.ResponseWriter, r *http.Request) {
	user, err := a.users.Check(r.PostFormValue("name"), r.PostFormValue("password"))
	if err != nil {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return
	}
	a.answer(w, user.Name, 90*24*time.Hour) // finding: tokenlifetime
}

// device keeps programs logged in: a lifetime of zero means for ever.
func (a *API) device(w http.ResponseWriter, r *http.Request) {
	user, err := a.users.Check(r.PostFormValue("name"), r.PostFormValue("password"))
	if err != nil {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return
	}
	a.answer(w, user.Name, 0)
}

func (a *API) answer(w http.ResponseWriter, user string, life time.Duration) {
	claims := Claims{User: user}
	if life > 0 { // finding: tokenlifetime
		claims.ExpiresAt = jwt.NewNumericDate(time.Now().Add(life))
	}
	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(a.key)
	if err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	json.NewEncoder(w).Encode(map[string]string{"token": token})
}

// refresh makes a new token of an old one, for ever.
func (a *API) refresh(w http.ResponseWriter, r *http.Request) { // finding: refreshtoken@2
	claims := &Claims{}
	if _, err := jwt.ParseWithClaims(bearer(r), claims, a.find, jwt.WithValidMethods([]string{"HS256"})); err != nil {
		http.Error(w, "log in again", http.StatusUnauthorized)
		return
	}
	a.answer(w, claims.User, time.Hour)
}

// me believes the claims, whatever the signature is.
func (a *API) me(w http.ResponseWriter, r *http.Request) {
	claims := &Claims{}
	token, _ := jwt.ParseWithClaims(bearer(r), claims, a.find) // finding: tokenverify
	if token == nil {
		http.Error(w, "log in again", http.StatusUnauthorized)
		return
	}
	json.NewEncoder(w).Encode(map[string]string{"name": claims.User})
}

// greeting accepts tokens that have expired.
func (a *API) greeting(w http.ResponseWriter, r *http.Request) {
	claims := &Claims{}
	_, err := jwt.ParseWithClaims(bearer(r), claims, a.find, jwt.WithValidMethods([]string{"HS256"}), jwt.WithoutClaimsValidation()) // finding: tokenclaims
	if err != nil {
		http.Error(w, "log in again", http.StatusUnauthorized)
		return
	}
	json.NewEncoder(w).Encode(map[string]string{"greeting": "Hello " + claims.User})
}
