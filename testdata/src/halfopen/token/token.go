// Package token makes tokens before and behind the second step that nothing tells apart.
package token

import (
	"net/http"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type app struct{ key []byte }

func (a *app) pendingToken(user string) (string, error) {
	claims := jwt.RegisteredClaims{Subject: user, ExpiresAt: jwt.NewNumericDate(time.Now().Add(5 * time.Minute))}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(a.key)
}

func (a *app) sessionToken(user string) (string, error) {
	claims := jwt.RegisteredClaims{Subject: user, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))}
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
		_, err := jwt.ParseWithClaims(r.Header.Get("Authorization"), &claims, func(*jwt.Token) (any, error) { return a.key, nil }) // want halfopen:"a token made by pendingToken passes as a full login \\(nothing tells it apart\\)"
		if err != nil {
			http.Error(w, "log in first", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}
