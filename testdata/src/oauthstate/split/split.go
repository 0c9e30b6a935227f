// Package split has start and callback in methods of one type, the state in
// fields and helpers.
package split

import (
	"context"
	"crypto/rand"
	"errors"
	"net/http"
	"net/url"

	"golang.org/x/oauth2"
)

type login struct {
	conf  *oauth2.Config
	state string
	extra []oauth2.AuthCodeOption
}

func newLogin(conf *oauth2.Config) *login { return &login{conf: conf, state: "shop"} }

func (l *login) start(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, l.conf.AuthCodeURL(l.state, l.extra...), http.StatusFound) // want oauthstate:"is a constant"
}

type answer struct{ code, state string }

func read(q url.Values) answer { return answer{code: q.Get("code"), state: q.Get("state")} }

func (l *login) careless(w http.ResponseWriter, r *http.Request) {
	a := read(r.URL.Query())
	if err := l.trade(r.Context(), a); err != nil {
		http.Error(w, "login failed", http.StatusForbidden)
		return
	}
	http.Redirect(w, r, a.state, http.StatusFound)
}

func (l *login) trade(ctx context.Context, a answer) error {
	_, err := l.conf.Exchange(ctx, a.code) // want oauthstate:"reads state and never compares it"
	return err
}

type careful struct{ conf *oauth2.Config }

func (c *careful) start(w http.ResponseWriter, r *http.Request) {
	state := newState(w)
	http.Redirect(w, r, c.conf.AuthCodeURL(state), http.StatusFound)
}

func newState(w http.ResponseWriter) string {
	state := rand.Text()
	http.SetCookie(w, &http.Cookie{Name: "__Host-login", Value: state, Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
	return state
}

type reply struct {
	Code  string
	State string
}

func parse(r *http.Request) reply {
	return reply{Code: r.FormValue("code"), State: r.FormValue("state")}
}

func (c *careful) callback(w http.ResponseWriter, r *http.Request) {
	a := parse(r)
	if err := check(r, a); err != nil {
		http.Error(w, err.Error(), http.StatusForbidden)
		return
	}
	if _, err := c.conf.Exchange(r.Context(), a.Code); err != nil {
		http.Error(w, "login failed", http.StatusForbidden)
	}
}

func check(r *http.Request, a reply) error {
	c, err := r.Cookie("__Host-login")
	if err != nil || c.Value != a.State {
		return errors.New("wrong state")
	}
	return nil
}
