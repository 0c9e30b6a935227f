package branches

import (
	"net/http"
	"strings"
)

// What the request decides goes wrong for some requests.

func byForm(w http.ResponseWriter, r *http.Request, token string) {
	c := &http.Cookie{Name: "session", Value: token} // want cookiesecure:"Secure is never set"
	if r.FormValue("remember") == "on" {
		c.Secure = true
	}
	http.SetCookie(w, c)

	d := &http.Cookie{Name: "session", Value: token, Secure: true}
	if r.FormValue("remember") == "on" {
		d.MaxAge = 3600
	}
	http.SetCookie(w, d)
}

func byMethod(w http.ResponseWriter, r *http.Request, token string) {
	c := &http.Cookie{Name: "session", Value: token, Secure: true}
	if r.Method == http.MethodGet {
		c.Secure = false // want cookiesecure:"Secure is false"
	}
	http.SetCookie(w, c)
}

func byAgent(w http.ResponseWriter, r *http.Request, token string) {
	secure := true
	if strings.Contains(r.UserAgent(), "Legacy") {
		secure = false
	}
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: secure}) // want cookiesecure:"Secure is false"
}

// Two sends, one good and one bad.

func twoSends(w http.ResponseWriter, r *http.Request, token string) {
	if r.FormValue("remember") == "on" {
		http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: true, MaxAge: 3600})
	} else {
		http.SetCookie(w, &http.Cookie{Name: "session", Value: token}) // want cookiesecure:"Secure is never set"
	}
}

// Early returns.

func early(w http.ResponseWriter, r *http.Request, token string) {
	c := &http.Cookie{Name: "session", Value: token} // want cookiesecure:"Secure is never set"
	if r.Method == http.MethodPost {
		http.SetCookie(w, c)
		return
	}
	c.Secure = true
	http.SetCookie(w, c)
}

// A cookie of the request has no attributes: sent again as it is, it loses them.

func resent(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("session")
	if err != nil {
		return
	}
	http.SetCookie(w, c) // want cookiesecure:"Secure is never set"
}

func resentComplete(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("session")
	if err != nil {
		return
	}
	c.Secure = true
	http.SetCookie(w, c)
}
