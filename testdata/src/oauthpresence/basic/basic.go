// Package basic logs people in by tokens of a provider.
package basic

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"
)

type site struct {
	conf     *oauth2.Config
	provider *oidc.Provider
}

func startSession(w http.ResponseWriter, user string) {
	http.SetCookie(w, &http.Cookie{Name: "__Host-session", Value: user, Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
}

func (s *site) mobile(w http.ResponseWriter, r *http.Request) {
	token := &oauth2.Token{AccessToken: r.PostFormValue("access_token")}
	info, err := s.provider.UserInfo(r.Context(), oauth2.StaticTokenSource(token)) // want oauthpresence:`access token of the client \(form value access_token\) logs its owner in, whoever it was issued to`
	if err != nil {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return
	}
	startSession(w, info.Subject)
}

func byURL(w http.ResponseWriter, r *http.Request) {
	resp, err := http.Get("https://www.googleapis.com/oauth2/v3/userinfo?access_token=" + url.QueryEscape(r.FormValue("token"))) // want oauthpresence:"logs its owner in"
	if err != nil {
		return
	}
	defer resp.Body.Close()
	var user struct {
		Sub string `json:"sub"`
	}
	if json.NewDecoder(resp.Body).Decode(&user) == nil {
		startSession(w, user.Sub)
	}
}

// the token of the code flow of this server
func (s *site) callback(w http.ResponseWriter, r *http.Request) {
	if c, err := r.Cookie("__Host-login"); err != nil || c.Value != r.FormValue("state") {
		return
	}
	token, err := s.conf.Exchange(r.Context(), r.FormValue("code"))
	if err != nil {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return
	}
	info, err := s.provider.UserInfo(r.Context(), s.conf.TokenSource(r.Context(), token))
	if err != nil {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return
	}
	startSession(w, info.Subject)
}

// an API that lets the bearer do what the token is for
func (s *site) api(w http.ResponseWriter, r *http.Request) {
	token := &oauth2.Token{AccessToken: r.Header.Get("Authorization")}
	info, err := s.provider.UserInfo(r.Context(), oauth2.StaticTokenSource(token))
	if err != nil {
		http.Error(w, "no access", http.StatusUnauthorized)
		return
	}
	w.Header().Set("X-User", info.Subject)
}

// whom the token was issued to is checked
func checked(ctx context.Context, w http.ResponseWriter, r *http.Request) error {
	resp, err := http.Get("https://oauth2.googleapis.com/tokeninfo?access_token=" + r.PostFormValue("access_token"))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	var info struct {
		Aud string `json:"aud"`
		Sub string `json:"sub"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&info); err != nil {
		return err
	}
	if info.Aud != "shop" {
		return errors.New("issued to somebody else")
	}
	startSession(w, info.Sub)
	return nil
}

// an ID token says whom it was issued to
func (s *site) idToken(w http.ResponseWriter, r *http.Request) {
	token, err := s.provider.Verifier(&oidc.Config{ClientID: "shop"}).Verify(r.Context(), r.PostFormValue("id_token"))
	if err != nil {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return
	}
	startSession(w, token.Subject)
}
