// Package basic logs credentials in one function.
package basic

import (
	"fmt"
	"log"
	"log/slog"
	"net/http"
	"net/http/httputil"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

func header(r *http.Request) {
	slog.Info("request", "auth", r.Header.Get("Authorization")) // want tokenlog:"header Authorization is written to a log in clear"
}

func formatted(r *http.Request) {
	token := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
	log.Printf("bad token %q", token) // want tokenlog:"header Authorization"
}

func cookie(r *http.Request) {
	if c, err := r.Cookie("session"); err == nil {
		log.Println("session", c.Value) // want tokenlog:"cookie session is written to a log in clear"
	}
}

func headers(r *http.Request) {
	log.Printf("headers: %v", r.Header) // want tokenlog:"every request header is written to a log in clear"
}

func request(r *http.Request) {
	slog.Debug("request", "request", r) // want tokenlog:"the request is written to a log in clear"
}

func dump(r *http.Request) {
	b, _ := httputil.DumpRequest(r, true)
	log.Print(string(b)) // want tokenlog:"every request header is written to a log in clear"
}

func minted(token *jwt.Token, key []byte) string {
	text, err := token.SignedString(key)
	slog.Info("minted", slog.String("token", text), slog.Any("error", err)) // want tokenlog:"a signed token is written to a log in clear"
	return text
}

func grouped(r *http.Request) {
	slog.Info("request", slog.Group("auth", slog.String("token", r.Header.Get("X-Auth-Token")))) // want tokenlog:"header X-Auth-Token"
}

func with(r *http.Request) *slog.Logger {
	return slog.With("cookie", r.Header.Get("Cookie")) // want tokenlog:"header Cookie"
}

func wrapped(r *http.Request) {
	err := fmt.Errorf("no user for token %s", r.URL.Query().Get("access_token"))
	log.Print(err) // want tokenlog:"query parameter access_token"
}
