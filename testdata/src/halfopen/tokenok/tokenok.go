// Package tokenok tells the tokens apart by their audience.
package tokenok

import (
	"net/http"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type app struct{ key []byte }

func (a *app) pendingToken(user string) (string, error) {
	claims := jwt.RegisteredClaims{Subject: user, Audience: jwt.ClaimStrings{"factor"}, ExpiresAt: jwt.NewNumericDate(time.Now().Add(5 * time.Minute))}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(a.key)
}

func (a *app) sessionToken(user string) (string, error) {
	claims := jwt.RegisteredClaims{Subject: user, Audience: jwt.ClaimStrings{"shop"}, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(a.key)
}

func (a *app) password(w http.ResponseWriter, r *http.Request) {
	token, err := a.pendingToken(r.FormValue("name"))
	if err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	http.SetCookie(w, &http.Cookie{Name: "mfa_token", Value: token})
}

func (a *app) factor(w http.ResponseWriter, r *http.Request) {
	token, err := a.sessionToken(r.FormValue("name"))
	if err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token})
}

func (a *app) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var claims jwt.RegisteredClaims
		_, err := jwt.ParseWithClaims(r.Header.Get("Authorization"), &claims, func(*jwt.Token) (any, error) { return a.key, nil }, jwt.WithAudience("shop"))
		if err != nil {
			http.Error(w, "log in first", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}
