package gorilla

import (
	"net/http"
	"os"

	"github.com/gorilla/sessions"
)

var store = goodCookies()

// A session has options of its own, copied from the store.
func login(w http.ResponseWriter, r *http.Request) {
	s, err := store.Get(r, "__Host-sid")
	if err != nil {
		http.Error(w, "bad session", http.StatusBadRequest)
		return
	}
	s.Values["uid"] = r.FormValue("user")
	s.Options = &sessions.Options{ // want cookiehttponly:`^session cookie .*is readable by scripts \(HttpOnly is never set\), set it to true`
		Path:     "/",
		MaxAge:   3600,
		Secure:   true,
		SameSite: http.SameSiteLaxMode,
	}
	if err := s.Save(r, w); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

func loginWell(w http.ResponseWriter, r *http.Request) {
	s, err := store.Get(r, "__Host-sid")
	if err != nil {
		http.Error(w, "bad session", http.StatusBadRequest)
		return
	}
	s.Values["uid"] = r.FormValue("user")
	s.Options = &sessions.Options{Path: "/", MaxAge: 3600, Secure: true, HttpOnly: true, SameSite: http.SameSiteStrictMode}
	if err := s.Save(r, w); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// The promise of the prefix is broken by the options of the session.
func shared(w http.ResponseWriter, r *http.Request) {
	s, _ := store.Get(r, "__Host-sid")
	s.Options = &sessions.Options{
		Path:     "/",
		Domain:   "example.com", // want cookiescope:`goes to every sub-domain` cookieprefix:`^cookie "__Host-sid" is rejected by browsers \(Domain is set\)`
		Secure:   true,
		HttpOnly: true,
		SameSite: http.SameSiteStrictMode,
	}
	_ = s.Save(r, w)
}

// The logout of a session is a deletion: its attributes do not matter.
func logout(w http.ResponseWriter, r *http.Request) {
	s, _ := store.Get(r, "__Host-sid")
	s.Options = &sessions.Options{Path: "/", MaxAge: -1, Secure: true}
	s.Save(r, w) // want sessionsave:"error of Save is dropped"
}

func logoutField(w http.ResponseWriter, r *http.Request) {
	s, _ := store.Get(r, "__Host-sid")
	s.Options.MaxAge = -1
	s.Save(r, w) // want sessionsave:"error of Save is dropped"
}

// NewCookie makes a cookie of net/http from options.
func plain(w http.ResponseWriter, token string) {
	http.SetCookie(w, sessions.NewCookie("session", token, &sessions.Options{Path: "/", MaxAge: 3600, HttpOnly: true, SameSite: http.SameSiteLaxMode})) // want cookiesecure:`^session cookie "session" is sent over plain HTTP`
	http.SetCookie(w, sessions.NewCookie("session", token, &sessions.Options{Path: "/", MaxAge: 3600, Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode}))
	http.SetCookie(w, sessions.NewCookie("session", "", &sessions.Options{MaxAge: -1})) // want cookiedelete:`^deletion leaves cookie "session" alive \(Path is unset, the setter says "/"\)$`
	http.SetCookie(w, sessions.NewCookie("session", "", &sessions.Options{Path: "/", MaxAge: -1}))
}

func ofEnvironment() *sessions.CookieStore {
	s := sessions.NewCookieStore(key)
	s.Options.Secure = os.Getenv("ENV") == "production" // not known here
	s.Options.HttpOnly = true
	s.Options.SameSite = http.SameSiteLaxMode
	return s
}
