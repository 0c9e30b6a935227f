// Package jwtauth uses go-chi/jwtauth, whose New names the algorithm.
package jwtauth

import (
	"net/http"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/jwtauth/v5"
)

var auth = jwtauth.New("HS256", []byte("a key that tokenkey reports"), nil)

func routes() http.Handler {
	r := chi.NewRouter()
	r.Use(jwtauth.Verifier(auth))
	r.Use(jwtauth.Authenticator(auth))
	return r
}

// Decode leaves exp to the caller.
func decode(raw string) (string, error) {
	tok, err := auth.Decode(raw) // want tokenclaims:"expired tokens are accepted"
	if err != nil {
		return "", err
	}
	return tok.Subject(), nil
}

func verify(raw string) (string, error) {
	tok, err := jwtauth.VerifyToken(auth, raw)
	if err != nil {
		return "", err
	}
	return tok.Subject(), nil
}

func issue(user string) (string, error) {
	_, raw, err := auth.Encode(map[string]any{"sub": user}) // want tokenlifetime:"never expires"
	return raw, err
}

func issueLong(user string) (string, error) {
	claims := map[string]any{"sub": user}
	jwtauth.SetExpiryIn(claims, 60*24*time.Hour) // want tokenlifetime:"lives 60 days"
	_, raw, err := auth.Encode(claims)
	return raw, err
}

func issueGood(user string) (string, error) {
	claims := map[string]any{"sub": user, "exp": jwtauth.ExpireIn(time.Hour)}
	_, raw, err := auth.Encode(claims)
	return raw, err
}
