// Package wrapped reads and writes URLs behind helpers.
package wrapped

import (
	"fmt"
	"net/http"
	"net/url"

	"github.com/golang-jwt/jwt/v5"
)

// helper that signs
func sign(token *jwt.Token, key []byte) string {
	text, _ := token.SignedString(key)
	return text
}

func helper(w http.ResponseWriter, r *http.Request, token *jwt.Token, key []byte) {
	http.Redirect(w, r, fmt.Sprintf("/app?token=%s", sign(token, key)), http.StatusFound) // want tokenurl:"a signed token is put into a URL"
}

// helper that redirects
func to(w http.ResponseWriter, r *http.Request, target string) {
	http.Redirect(w, r, target, http.StatusFound)
}

func caller(w http.ResponseWriter, r *http.Request, token *jwt.Token, key []byte) {
	to(w, r, "/app?token="+sign(token, key)) // want tokenurl:"a signed token is put into a URL"
	to(w, r, "/app")
}

// values
func values(w http.ResponseWriter, r *http.Request, token *jwt.Token, key []byte) {
	q := url.Values{}
	q.Set("token", sign(token, key))
	http.Redirect(w, r, "/app?"+q.Encode(), http.StatusFound) // want tokenurl:"a signed token is put into a URL"
}

func parsed(w http.ResponseWriter, r *http.Request, u *url.URL, token *jwt.Token, key []byte) {
	q := url.Values{}
	q.Set("token", sign(token, key))
	u.RawQuery = q.Encode() // want tokenurl:"a signed token is put into a URL"
	http.Redirect(w, r, u.String(), http.StatusFound)
}

// body: no URL
func posted(token *jwt.Token, key []byte) (*http.Response, error) {
	form := url.Values{}
	form.Set("client_assertion", url.QueryEscape(sign(token, key)))
	return http.PostForm("https://id.example.com/token", form)
}

// closure
func middleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Query().Get("api_key") == "" { // want tokenurl:"query parameter api_key"
			return
		}
		next.ServeHTTP(w, r)
	})
}

// field
type login struct{ token, next string }

func newLogin(token *jwt.Token, key []byte) *login {
	return &login{token: sign(token, key), next: "/home"}
}

func (l *login) finish(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, "/app#"+l.token, http.StatusFound) // want tokenurl:"a signed token is put into a URL"
	http.Redirect(w, r, l.next, http.StatusFound)
}

// generic
func first[T any](list ...T) T { return list[0] }

func generic(w http.ResponseWriter, r *http.Request, token *jwt.Token, key []byte) {
	http.Redirect(w, r, first("/app?token="+sign(token, key)), http.StatusFound) // want tokenurl:"a signed token is put into a URL"
}

// method value
func (l *login) target() string { return "/app" }

func methodValue(w http.ResponseWriter, r *http.Request, l *login) {
	f := l.target
	http.Redirect(w, r, f(), http.StatusFound)
}

// interface: not in sight
type maker interface{ URL() string }

func dynamic(w http.ResponseWriter, r *http.Request, m maker) {
	http.Redirect(w, r, m.URL(), http.StatusFound)
}
