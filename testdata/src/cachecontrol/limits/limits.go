// Package limits has answers of which not everything is in sight.
package limits

import (
	"net/http"
	"os"
)

// unknown: nobody sees what stands in front of it
func Login(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: "session_token", Value: r.Header.Get("X-New-Token"), Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
}

// unknown: the header comes from the environment
func configured(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", os.Getenv("CACHE"))
	http.SetCookie(w, &http.Cookie{Name: "session_token", Value: r.Header.Get("X-New-Token"), Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
}

func main() { http.HandleFunc("/configured", configured) }
