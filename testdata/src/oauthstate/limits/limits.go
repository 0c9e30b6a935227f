// Package limits holds what is not decided, and why.
package limits

import (
	"net/http"

	"golang.org/x/oauth2"
)

var pending = map[string]bool{}

// known false negative: a state that is looked up may belong to another browser
func lookedUp(conf *oauth2.Config, w http.ResponseWriter, r *http.Request) {
	if !pending[r.FormValue("state")] {
		http.Error(w, "wrong state", http.StatusForbidden)
		return
	}
	if _, err := conf.Exchange(r.Context(), r.FormValue("code")); err != nil {
		http.Error(w, "login failed", http.StatusForbidden)
	}
}

// known false negative: the state is compared with another part of the answer
func withItself(conf *oauth2.Config, w http.ResponseWriter, r *http.Request) {
	if r.FormValue("state") != r.FormValue("again") {
		return
	}
	if _, err := conf.Exchange(r.Context(), r.FormValue("code")); err != nil {
		http.Error(w, "login failed", http.StatusForbidden)
	}
}

// known false negative: the request is spelled by hand as one text
func byHand(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, "https://id.example/authorize?response_type=code&client_id=shop&state=fixed", http.StatusFound)
}

// negative control: the same by the library
func byLibrary(conf *oauth2.Config, w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, conf.AuthCodeURL("fixed"), http.StatusFound) // want oauthstate:"is a constant"
}

// A connector finishes logins for a server, which has looked at the state.
type connector struct{ conf *oauth2.Config }

func (c connector) HandleCallback(r *http.Request) (*oauth2.Token, error) {
	return c.conf.Exchange(r.Context(), r.FormValue("code"))
}

// negative control: whoever answers sees the callback whole
func (c connector) serve(w http.ResponseWriter, r *http.Request) {
	if _, err := c.conf.Exchange(r.Context(), r.FormValue("code")); err != nil { // want oauthstate:"never looks at state"
		http.Error(w, "login failed", http.StatusForbidden)
	}
}
