// Package basic remembers users at their browsers.
package basic

import (
	"net/http"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/gorilla/sessions"
)

var (
	key   = []byte(os.Getenv("KEY"))
	store = sessions.NewFilesystemStore("", key)
)

func stretch(w http.ResponseWriter, r *http.Request, remember bool) error {
	s, err := store.Get(r, "sid")
	if err != nil {
		return err
	}
	if remember {
		s.Options.MaxAge = 365 * 24 * 3600 // want rememberme:"remember-me stretches the session to 365 days, longer than the 12h that level 2 allows"
	}
	return s.Save(r, w)
}

func cookie(w http.ResponseWriter, r *http.Request, token string) {
	c := &http.Cookie{Name: "session_token", Value: token, MaxAge: 3600, Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode}
	if r.FormValue("remember_me") == "on" {
		c.MaxAge = 30 * 24 * 3600 // want rememberme:"to 30 days"
	}
	http.SetCookie(w, c)
}

func jwtFor(id string, keepLoggedIn bool) (string, error) {
	life := time.Hour
	if keepLoggedIn {
		life = 90 * 24 * time.Hour // want rememberme:"to 90 days"
	}
	claims := jwt.MapClaims{"sub": id, "exp": time.Now().Add(life).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}

// a token of its own begins a new session
func own(w http.ResponseWriter, remember bool, token string) {
	if remember {
		http.SetCookie(w, &http.Cookie{Name: "remember_me", Value: token, MaxAge: 365 * 24 * 3600, Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
	}
}

// a working day is within the limit
func day(w http.ResponseWriter, remember bool, token string) {
	c := &http.Cookie{Name: "session_token", Value: token, MaxAge: 3600, Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode}
	if remember {
		c.MaxAge = 8 * 3600
	}
	http.SetCookie(w, c)
}

// a theme is no session
func theme(w http.ResponseWriter, remember bool, value string) {
	c := &http.Cookie{Name: "theme", Value: value, MaxAge: 3600}
	if remember {
		c.MaxAge = 365 * 24 * 3600
	}
	http.SetCookie(w, c)
}
