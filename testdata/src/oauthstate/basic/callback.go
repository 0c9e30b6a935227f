package basic

import (
	"crypto/subtle"
	"net/http"

	"golang.org/x/oauth2"
)

func saved(r *http.Request) string {
	c, err := r.Cookie("__Host-login")
	if err != nil {
		return ""
	}
	return c.Value
}

func finish(w http.ResponseWriter, r *http.Request, token *oauth2.Token) {
	w.WriteHeader(http.StatusNoContent)
}

func unread(w http.ResponseWriter, r *http.Request) {
	token, err := conf.Exchange(r.Context(), r.FormValue("code")) // want oauthstate:"login callback never looks at state"
	if err != nil {
		http.Error(w, "login failed", http.StatusForbidden)
		return
	}
	finish(w, r, token)
}

func asPath(w http.ResponseWriter, r *http.Request) {
	state := r.FormValue("state")
	if _, err := conf.Exchange(r.Context(), r.FormValue("code")); err != nil { // want oauthstate:"login callback reads state and never compares it"
		http.Error(w, "login failed", http.StatusForbidden)
		return
	}
	http.Redirect(w, r, state, http.StatusFound)
}

func onlyThere(w http.ResponseWriter, r *http.Request) {
	if r.URL.Query().Get("state") == "" {
		http.Error(w, "no state", http.StatusBadRequest)
		return
	}
	_, err := conf.Exchange(r.Context(), r.URL.Query().Get("code")) // want oauthstate:"reads state and never compares it"
	if err != nil {
		http.Error(w, "login failed", http.StatusForbidden)
	}
}

func optional(w http.ResponseWriter, r *http.Request) {
	state := r.URL.Query().Get("state")
	if state != "" && state != saved(r) {
		http.Error(w, "wrong state", http.StatusForbidden)
		return
	}
	_, err := conf.Exchange(r.Context(), r.URL.Query().Get("code")) // want oauthstate:"compares state only if there is one"
	if err != nil {
		http.Error(w, "login failed", http.StatusForbidden)
	}
}

func compared(w http.ResponseWriter, r *http.Request) {
	if state := r.FormValue("state"); state == "" || state != saved(r) {
		http.Error(w, "wrong state", http.StatusForbidden)
		return
	}
	token, err := conf.Exchange(r.Context(), r.FormValue("code"))
	if err != nil {
		http.Error(w, "login failed", http.StatusForbidden)
		return
	}
	finish(w, r, token)
}

func comparedSafely(w http.ResponseWriter, r *http.Request) {
	if subtle.ConstantTimeCompare([]byte(r.FormValue("state")), []byte(saved(r))) != 1 {
		http.Error(w, "wrong state", http.StatusForbidden)
		return
	}
	if _, err := conf.Exchange(r.Context(), r.FormValue("code")); err != nil {
		http.Error(w, "login failed", http.StatusForbidden)
	}
}

// the verifier is kept for the browser and does what the state would do
func verified(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("__Host-pkce")
	if err != nil {
		http.Error(w, "no login", http.StatusBadRequest)
		return
	}
	if _, err := conf.Exchange(r.Context(), r.FormValue("code"), oauth2.VerifierOption(c.Value)); err != nil {
		http.Error(w, "login failed", http.StatusForbidden)
	}
}

// the page that sends the code in a body has a session of its own to compare
// the state with
func inBody(w http.ResponseWriter, r *http.Request) {
	if _, err := conf.Exchange(r.Context(), r.PostFormValue("code")); err != nil {
		http.Error(w, "login failed", http.StatusForbidden)
	}
}
