// Package basic pairs cookies with their deletions.
package basic

import (
	"crypto/rand"
	"net/http"
	"os"
	"time"
)

func login(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "sid", Value: rand.Text(), Path: "/"})
	http.SetCookie(w, &http.Cookie{Name: "wide", Value: rand.Text(), Path: "/", Domain: "example.com"})
	http.SetCookie(w, &http.Cookie{Name: "app", Value: rand.Text(), Path: "/app"})
	http.SetCookie(w, &http.Cookie{Name: "here", Value: rand.Text()})
	http.SetCookie(w, &http.Cookie{Name: "two", Value: rand.Text(), Path: "/a"})
	http.SetCookie(w, &http.Cookie{Name: "two", Value: rand.Text(), Path: "/b"})
	http.SetCookie(w, &http.Cookie{Name: "configured", Value: rand.Text(), Path: os.Getenv("BASE")})
	http.SetCookie(w, &http.Cookie{Name: "theme", Value: "dark", Path: "/"})
	http.SetCookie(w, &http.Cookie{Name: "__Host-sid", Value: rand.Text(), Path: "/", Secure: true})
	http.SetCookie(w, &http.Cookie{Name: "__Secure-app", Value: rand.Text(), Path: "/app", Secure: true})
}

func missed(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "sid", MaxAge: -1})                                       // want cookiedelete:`^deletion leaves cookie "sid" alive \(Path is unset, the setter says "/"\)$`
	http.SetCookie(w, &http.Cookie{Name: "sid", Path: "/app", MaxAge: -1})                         // want cookiedelete:`\(Path is "/app", the setter says "/"\)$`
	http.SetCookie(w, &http.Cookie{Name: "sid", Path: "/", Domain: "example.com", MaxAge: -1})     // want cookiedelete:`\(Domain is "example.com", the setter says unset\)$`
	http.SetCookie(w, &http.Cookie{Name: "wide", Path: "/", Expires: time.Unix(1, 0)})             // want cookiedelete:`\(Domain is unset, the setter says "example.com"\)$`
	http.SetCookie(w, &http.Cookie{Name: "here", Path: "/", Value: "", MaxAge: -1})                // want cookiedelete:`\(Path is "/", the setter says unset\)$`
	http.SetCookie(w, &http.Cookie{Name: "two", Path: "/", MaxAge: -1})                            // want cookiedelete:`^deletion leaves cookie "two" alive`
	http.SetCookie(w, &http.Cookie{Name: "theme", MaxAge: -1})                                     // want cookiedelete:`^deletion leaves cookie "theme" alive`
	http.SetCookie(w, &http.Cookie{Name: "__Host-sid", Path: "/", MaxAge: -1})                     // want cookiedelete:`^deletion leaves cookie "__Host-sid" alive \(Secure is never set, the prefix demands it\)$`
	http.SetCookie(w, &http.Cookie{Name: "__Host-sid", Secure: true, MaxAge: -1})                  // want cookiedelete:`^deletion leaves cookie "__Host-sid" alive \(Path is not "/", the prefix demands it\)$`
	http.SetCookie(w, &http.Cookie{Name: "__Host-sid", MaxAge: -1})                                // want cookiedelete:`\(Secure is never set, the prefix demands it\)$`
	http.SetCookie(w, &http.Cookie{Name: "__Secure-app", Path: "/app", MaxAge: -1, Secure: false}) // want cookiedelete:`^deletion leaves cookie "__Secure-app" alive \(Secure is false, the prefix demands it\)$`
}

// MaxAge 0 is no attribute at all.
func zero(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "sid", Value: "", Path: "/", MaxAge: 0}) // want cookiedelete:`^cookie "sid" is not deleted \(MaxAge 0 is left out, a negative one deletes\)$`
	http.SetCookie(w, &http.Cookie{Name: "sid", Value: "", Path: "/", MaxAge: 0, Expires: time.Unix(0, 0)})
}

func matched(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "sid", Path: "/", MaxAge: -1}) // needs neither Secure nor HttpOnly
	http.SetCookie(w, &http.Cookie{Name: "wide", Path: "/", Domain: ".example.com", MaxAge: -1})
	http.SetCookie(w, &http.Cookie{Name: "app", Path: "/app", Expires: time.Now().Add(-time.Hour)})
	http.SetCookie(w, &http.Cookie{Name: "here", MaxAge: -1})
	http.SetCookie(w, &http.Cookie{Name: "two", Path: "/a", MaxAge: -1}) // one of its scopes
	http.SetCookie(w, &http.Cookie{Name: "two", Path: "/b", MaxAge: -1})
	http.SetCookie(w, &http.Cookie{Name: "__Host-sid", Path: "/", MaxAge: -1, Secure: true})
	http.SetCookie(w, &http.Cookie{Name: "__Secure-app", Path: "/app", MaxAge: -1, Secure: true})
}

// Nobody can tell.
func unknown(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: "legacy", MaxAge: -1})         // set by another program
	http.SetCookie(w, &http.Cookie{Name: "configured", MaxAge: -1})     // set under a path from outside
	http.SetCookie(w, &http.Cookie{Name: r.PathValue("n"), MaxAge: -1}) // any name
	http.SetCookie(w, &http.Cookie{Name: "sid", Path: r.URL.Path, MaxAge: -1})
	for _, c := range r.Cookies() {
		c.MaxAge = -1
		http.SetCookie(w, c)
	}
}
