// Package wrapped hides logins in closures, interfaces, generics and renamed
// imports.
package wrapped

import (
	"crypto/rand"
	"net/http"

	oauth "golang.org/x/oauth2"
)

type provider interface {
	AuthURL(state string, opts ...oauth.AuthCodeOption) string
}

type first struct{ conf *oauth.Config }

func (f first) AuthURL(state string, opts ...oauth.AuthCodeOption) string {
	return f.conf.AuthCodeURL(state, opts...)
}

type second struct{ conf *oauth.Config }

func (s *second) AuthURL(state string, opts ...oauth.AuthCodeOption) string {
	return s.conf.AuthCodeURL(state, append(opts, oauth.AccessTypeOffline)...)
}

func byInterface(p provider) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, p.AuthURL("login"), http.StatusFound) // want oauthstate:"is a constant"
	}
}

func byInterfaceFresh(p provider) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		state := rand.Text()
		http.SetCookie(w, &http.Cookie{Name: "__Host-login", Value: state, Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
		http.Redirect(w, r, p.AuthURL(state), http.StatusFound)
	}
}

func closure(conf *oauth.Config) http.HandlerFunc {
	state := "outside"
	return func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, conf.AuthCodeURL(state), http.StatusFound) // want oauthstate:"is a constant"
	}
}

func generic[S ~string](conf *oauth.Config, w http.ResponseWriter, r *http.Request, state S) {
	http.Redirect(w, r, conf.AuthCodeURL(string(state)), http.StatusFound) // want oauthstate:"is a constant"
}

func callsGeneric(conf *oauth.Config, w http.ResponseWriter, r *http.Request) {
	generic(conf, w, r, "typed")
}

func helper(conf *oauth.Config, state string) string { return conf.AuthCodeURL(state) } // want oauthstate:"is a constant"

func viaHelper(conf *oauth.Config, w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, helper(conf, "given"), http.StatusFound)
}

func callback(conf *oauth.Config) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		code := r.FormValue("code")
		func() {
			if _, err := conf.Exchange(r.Context(), code); err != nil { // want oauthstate:"never looks at state"
				http.Error(w, "login failed", http.StatusForbidden)
			}
		}()
	}
}
