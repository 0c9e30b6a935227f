// Package basic begins logins at a provider.
package basic

import (
	"crypto/rand"
	"net/http"
	"os"

	"golang.org/x/oauth2"
)

var conf = &oauth2.Config{
	ClientID:     os.Getenv("CLIENT_ID"),
	ClientSecret: os.Getenv("CLIENT_SECRET"),
	Scopes:       []string{"email"},
	Endpoint:     oauth2.Endpoint{AuthURL: "https://id.example/authorize", TokenURL: "https://id.example/token"},
	RedirectURL:  "https://shop.example/callback",
}

func constant(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, conf.AuthCodeURL("state"), http.StatusFound) // want oauthstate:"state of the login is a constant"
}

const fixedState = "random-enough"

func namedConstant(w http.ResponseWriter, r *http.Request) {
	state := fixedState
	http.Redirect(w, r, conf.AuthCodeURL(state), http.StatusFound) // want oauthstate:"is a constant"
}

var neverChanged = "thisshouldberandom"

func variable(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, conf.AuthCodeURL(neverChanged, oauth2.AccessTypeOnline), http.StatusFound) // want oauthstate:"is a constant"
}

func empty(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, conf.AuthCodeURL(""), http.StatusFound) // want oauthstate:"login is begun without state"
}

func fromClient(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, conf.AuthCodeURL(r.FormValue("state")), http.StatusFound) // want oauthstate:`state of the login is taken from the request \(form value state\)`
}

func fromQuery(w http.ResponseWriter, r *http.Request) {
	next := r.URL.Query().Get("next")
	http.Redirect(w, r, conf.AuthCodeURL(next), http.StatusFound) // want oauthstate:"taken from the request"
}

var current string

func shared(w http.ResponseWriter, r *http.Request) {
	current = rand.Text()
	http.Redirect(w, r, conf.AuthCodeURL(current), http.StatusFound) // want oauthstate:"package variable current, which all browsers share"
}

func sharedToo(w http.ResponseWriter, r *http.Request) {
	state := rand.Text()
	current = state
	http.Redirect(w, r, conf.AuthCodeURL(state), http.StatusFound) // want oauthstate:"package variable current"
}

func fresh(w http.ResponseWriter, r *http.Request) {
	state := rand.Text()
	http.SetCookie(w, &http.Cookie{Name: "__Host-login", Value: state, Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
	http.Redirect(w, r, conf.AuthCodeURL(state), http.StatusFound)
}

// the state carries a return path beside what binds it
func composed(w http.ResponseWriter, r *http.Request) {
	state := rand.Text() + "." + r.FormValue("next")
	http.SetCookie(w, &http.Cookie{Name: "__Host-login", Value: state, Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
	http.Redirect(w, r, conf.AuthCodeURL(state), http.StatusFound)
}

// a code verifier of this browser does what the state would do
func pkce(w http.ResponseWriter, r *http.Request) {
	verifier := oauth2.GenerateVerifier()
	http.SetCookie(w, &http.Cookie{Name: "__Host-pkce", Value: verifier, Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
	http.Redirect(w, r, conf.AuthCodeURL("home", oauth2.S256ChallengeOption(verifier)), http.StatusFound)
}

// a value from a cookie is bound to the browser
func fromCookie(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("login")
	if err != nil {
		http.Error(w, "no login", http.StatusBadRequest)
		return
	}
	http.Redirect(w, r, conf.AuthCodeURL(c.Value), http.StatusFound)
}
