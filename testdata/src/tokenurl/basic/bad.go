// Package basic puts credentials into URLs and takes them from there.
package basic

import (
	"net/http"
	"net/url"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

func tokenFromRequest(r *http.Request) string {
	return r.FormValue("token") // want tokenurl:`credential is accepted from the URL \(form value token\)`
}

func authenticate(r *http.Request) string {
	if token := r.Header.Get("Authorization"); token != "" {
		return strings.TrimPrefix(token, "Bearer ")
	}
	return r.URL.Query().Get("access_token") // want tokenurl:`credential is accepted from the URL \(query parameter access_token\)`
}

func currentUser(r *http.Request, key []byte) (*jwt.Token, error) {
	text := r.URL.Query().Get("jwt") // want tokenurl:"query parameter jwt"
	return jwt.Parse(text, func(*jwt.Token) (any, error) { return key, nil })
}

func sessionOf(r *http.Request) string {
	return r.PathValue("session") // want tokenurl:`credential is accepted from the URL \(path parameter session\)`
}

func extractAPIKey(r *http.Request) string {
	query := r.URL.Query() // want tokenurl:"query parameter X-API-Key"
	for name, values := range query {
		if strings.EqualFold(name, "X-API-Key") {
			return values[0]
		}
	}
	return ""
}

func signIn(w http.ResponseWriter, r *http.Request, token *jwt.Token, key []byte) {
	text, err := token.SignedString(key)
	if err == nil {
		http.Redirect(w, r, "/home?access_token="+url.QueryEscape(text), http.StatusFound) // want tokenurl:"a signed token is put into a URL"
	}
}

func forward(w http.ResponseWriter, r *http.Request) {
	if c, err := r.Cookie("session"); err == nil {
		http.Redirect(w, r, "https://app.example.com/#"+c.Value, http.StatusFound) // want tokenurl:"cookie session is put into a URL"
	}
}
