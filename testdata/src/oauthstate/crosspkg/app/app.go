// Package app uses the client of another package.
package app

import (
	"crypto/rand"
	"net/http"

	"golang.org/x/oauth2"

	"sessionlint.test/src/oauthstate/crosspkg/lib"
)

type server struct{ provider *lib.Provider }

func (s *server) start(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, s.provider.LoginURL("app"), http.StatusFound) // want oauthstate:"is a constant"
}

func (s *server) startPKCE(w http.ResponseWriter, r *http.Request) {
	verifier := rand.Text() + rand.Text()
	http.SetCookie(w, &http.Cookie{Name: "__Host-pkce", Value: verifier, Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
	http.Redirect(w, r, s.provider.LoginURL("app", oauth2.S256ChallengeOption(verifier)), http.StatusFound)
}

func (s *server) startFresh(w http.ResponseWriter, r *http.Request) {
	state := rand.Text()
	http.SetCookie(w, &http.Cookie{Name: "__Host-login", Value: state, Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
	http.Redirect(w, r, s.provider.LoginURL(state), http.StatusFound)
}

func (s *server) callback(w http.ResponseWriter, r *http.Request) {
	lib.Greet(w, r)
	if _, err := s.provider.Trade(r.Context(), r.FormValue("code")); err != nil { // want oauthstate:"never looks at state"
		http.Error(w, "login failed", http.StatusForbidden)
	}
}

func (s *server) callbackChecked(w http.ResponseWriter, r *http.Request) {
	if err := lib.CheckState(r); err != nil {
		http.Error(w, "login failed", http.StatusForbidden)
		return
	}
	if _, err := s.provider.Trade(r.Context(), r.FormValue("code")); err != nil {
		http.Error(w, "login failed", http.StatusForbidden)
	}
}

func (s *server) callbackPKCE(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("__Host-pkce")
	if err != nil {
		http.Error(w, "no login", http.StatusBadRequest)
		return
	}
	if _, err := s.provider.TradeVerified(r.Context(), r.FormValue("code"), c.Value); err != nil {
		http.Error(w, "login failed", http.StatusForbidden)
	}
}
