// Package securecookie is a program that keeps its session in a cookie which
// gorilla/securecookie signs: the value is a credential whatever its name is.
package securecookie

import (
	"net/http"

	"github.com/gorilla/securecookie"
)

var codec = securecookie.New(securecookie.GenerateRandomKey(32), securecookie.GenerateRandomKey(32))

// The name says nothing, the signature does.
func login(w http.ResponseWriter, r *http.Request) {
	encoded, err := codec.Encode("who", map[string]string{"user": r.FormValue("user")})
	if err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	http.SetCookie(w, &http.Cookie{ // want cookiehttponly:`^session cookie "who" is readable by scripts \(HttpOnly is never set\), set it to true` cookiesamesite:`^session cookie "who" has no SameSite attribute`
		Name:   "who",
		Value:  encoded,
		Path:   "/",
		Domain: "example.com",  // want cookiescope:`^session cookie "who" goes to every sub-domain`
		MaxAge: 40 * 24 * 3600, // want sessiontimeout:`is kept for 40 days`
		Secure: false,          // want cookiesecure:`\(Secure is false\)`
	})
}

func loginWell(w http.ResponseWriter, r *http.Request) {
	encoded, err := securecookie.EncodeMulti("__Host-who", r.FormValue("user"), codec)
	if err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	http.SetCookie(w, &http.Cookie{
		Name: "__Host-who", Value: encoded, Path: "/", MaxAge: 3600, Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode,
	})
}

func narrow(w http.ResponseWriter, r *http.Request) {
	encoded, _ := codec.Encode("__Host-app", r.FormValue("user"))
	http.SetCookie(w, &http.Cookie{
		Name: "__Host-app", Value: encoded, Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode,
		Path: "/app", // want cookieprefix:`^cookie "__Host-app" is rejected by browsers \(Path is not "/"\)$`
	})
}

// A signed message for the next page is no session: its name says so.
func flash(w http.ResponseWriter) {
	encoded, _ := codec.Encode("flash", "saved")
	http.SetCookie(w, &http.Cookie{Name: "flash", Value: encoded})
}

func logout(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "who", Path: "/", MaxAge: -1}) // want cookiedelete:`\(Domain is unset, the setter says "example.com"\)$` logoutinvalidation:"alive on the server"
	http.SetCookie(w, &http.Cookie{Name: "who", Path: "/", Domain: "example.com", MaxAge: -1})
}
