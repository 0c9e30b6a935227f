// Package byhand spells login requests without a library.
package byhand

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"net/url"
)

const provider = "https://id.example/authorize?"

func noState(w http.ResponseWriter, r *http.Request) {
	q := url.Values{}
	q.Set("response_type", "code") // want oauthstate:"login is begun without state"
	q.Set("client_id", "shop")
	q.Set("redirect_uri", "https://shop.example/callback")
	http.Redirect(w, r, provider+q.Encode(), http.StatusFound)
}

func constantState(w http.ResponseWriter, r *http.Request) {
	q := url.Values{
		"response_type": {"code"},
		"client_id":     {"shop"},
		"state":         {"login"}, // want oauthstate:"is a constant"
	}
	http.Redirect(w, r, provider+q.Encode(), http.StatusFound)
}

func clientState(w http.ResponseWriter, r *http.Request) {
	q := url.Values{"response_type": {"code"}, "client_id": {"shop"}}
	q.Set("state", r.FormValue("state")) // want oauthstate:"taken from the request"
	http.Redirect(w, r, provider+q.Encode(), http.StatusFound)
}

func fresh(w http.ResponseWriter, r *http.Request) {
	state := rand.Text()
	http.SetCookie(w, &http.Cookie{Name: "__Host-login", Value: state, Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
	q := url.Values{}
	q.Set("response_type", "code")
	q.Set("client_id", "shop")
	q.Set("state", state)
	http.Redirect(w, r, provider+q.Encode(), http.StatusFound)
}

// A code verifier binds the answer as well.
func pkce(w http.ResponseWriter, r *http.Request) {
	verifier := rand.Text() + rand.Text()
	http.SetCookie(w, &http.Cookie{Name: "__Host-pkce", Value: verifier, Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
	sum := sha256.Sum256([]byte(verifier))
	q := url.Values{}
	q.Set("response_type", "code")
	q.Set("client_id", "shop")
	q.Set("code_challenge", base64.RawURLEncoding.EncodeToString(sum[:]))
	q.Set("code_challenge_method", "S256")
	http.Redirect(w, r, provider+q.Encode(), http.StatusFound)
}

// The caller may add a state.
func loginURL() string {
	q := url.Values{}
	q.Set("response_type", "code")
	q.Set("client_id", "shop")
	return provider + q.Encode()
}

// Others may add one.
func decorated(w http.ResponseWriter, r *http.Request, decorate func(url.Values)) {
	q := url.Values{}
	q.Set("response_type", "code")
	q.Set("client_id", "shop")
	decorate(q)
	http.Redirect(w, r, provider+q.Encode(), http.StatusFound)
}

// no login: a search
func search(w http.ResponseWriter, r *http.Request) {
	q := url.Values{}
	q.Set("response_type", "table")
	q.Set("client_id", "shop")
	http.Redirect(w, r, "/search?"+q.Encode(), http.StatusFound)
}
