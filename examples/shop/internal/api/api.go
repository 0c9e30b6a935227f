// Package api is the shop for programs: they log in and get an access token,
// which is a JWT, and a refresh token, which the shop keeps.
package api

import (
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"example.com/shop/internal/auth"
)

const (
	issuer   = "https://shop.example"
	audience = "shop-api"
	access   = 15 * time.Minute
)

// errLogin says nothing about why.
var errLogin = errors.New("log in again")

// Claims are those of an access token.
type Claims struct {
	Kind string `json:"typ"`
	jwt.RegisteredClaims
}

// An API answers programs.
type API struct {
	users  *auth.Users
	key    []byte
	tokens *tickets
	parser *jwt.Parser
}

// New returns the API of a shop. The key signs the access tokens.
func New(users *auth.Users, key []byte) *API {
	return &API{
		users: users, key: key, tokens: newTickets(),
		parser: jwt.NewParser(jwt.WithValidMethods([]string{"HS256"}), jwt.WithExpirationRequired(), jwt.WithIssuer(issuer), jwt.WithAudience(audience)),
	}
}

// Handler returns the API below /api/v1/.
func (a *API) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /api/v1/login", a.login)
	mux.HandleFunc("POST /api/v1/refresh", a.refresh)
	mux.HandleFunc("GET /api/v1/me", a.me)
	return mux
}

func (a *API) login(w http.ResponseWriter, r *http.Request) {
	user, err := a.users.Check(r.PostFormValue("name"), r.PostFormValue("password"))
	if err != nil {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return
	}
	a.answer(w, user.Name, time.Now().Add(12*time.Hour))
}

// refresh takes a refresh token once. The new one ends when the first would.
func (a *API) refresh(w http.ResponseWriter, r *http.Request) {
	ticket, err := a.tokens.consume(r.PostFormValue("refresh"))
	if err != nil {
		http.Error(w, "log in again", http.StatusUnauthorized)
		return
	}
	a.answer(w, ticket.user, ticket.ends)
}

// answer sends both tokens.
func (a *API) answer(w http.ResponseWriter, user string, ends time.Time) {
	token, err := a.issue(user)
	if err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(map[string]string{"access": token, "refresh": a.tokens.issue(user, ends)})
}

func (a *API) issue(user string) (string, error) {
	now := time.Now()
	return jwt.NewWithClaims(jwt.SigningMethodHS256, Claims{Kind: "access", RegisteredClaims: jwt.RegisteredClaims{
		Issuer: issuer, Audience: jwt.ClaimStrings{audience}, Subject: user,
		IssuedAt: jwt.NewNumericDate(now), ExpiresAt: jwt.NewNumericDate(now.Add(access)),
	}}).SignedString(a.key)
}

// verify returns whose access token a request brings.
func (a *API) verify(r *http.Request) (string, error) {
	raw, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	if !ok {
		return "", errLogin
	}
	claims := &Claims{}
	if _, err := a.parser.ParseWithClaims(raw, claims, a.find); err != nil {
		return "", err
	}
	if claims.Kind != "access" {
		return "", errLogin
	}
	return claims.Subject, nil
}

func (a *API) find(*jwt.Token) (any, error) { return a.key, nil }

func (a *API) me(w http.ResponseWriter, r *http.Request) {
	name, err := a.verify(r)
	if err != nil {
		http.Error(w, "log in again", http.StatusUnauthorized)
		return
	}
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(map[string]string{"name": name})
}
