// Package basic holds cookies with prefixes, kept and broken, and without.
package basic

import (
	"crypto/rand"
	"net/http"
	"os"
)

func broken(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "__Host-sid", Value: rand.Text(), Path: "/"})                                         // want cookieprefix:`^cookie "__Host-sid" is rejected by browsers \(Secure is never set\)$`
	http.SetCookie(w, &http.Cookie{Name: "__Host-sid", Value: rand.Text(), Secure: true})                                      // want cookieprefix:`^cookie "__Host-sid" is rejected by browsers \(Path is not "/"\)$`
	http.SetCookie(w, &http.Cookie{Name: "__Host-sid", Value: rand.Text(), Secure: true, Path: "/app"})                        // want cookieprefix:`\(Path is not "/"\)$`
	http.SetCookie(w, &http.Cookie{Name: "__Host-sid", Value: rand.Text(), Secure: true, Path: "/", Domain: "example.com"})    // want cookieprefix:`^cookie "__Host-sid" is rejected by browsers \(Domain is set\)$`
	http.SetCookie(w, &http.Cookie{Name: "__Secure-sid", Value: rand.Text(), Path: "/"})                                       // want cookieprefix:`^cookie "__Secure-sid" is rejected by browsers \(Secure is never set\)$`
	http.SetCookie(w, &http.Cookie{Name: "__host-sid", Value: rand.Text(), Secure: true})                                      // want cookieprefix:`^cookie "__host-sid" is rejected by browsers`
	http.SetCookie(w, &http.Cookie{Name: "__Host-both", Value: "dark"})                                                        // want cookieprefix:`^cookie "__Host-both" is rejected by browsers \(Secure is never set\)$`
	http.SetCookie(w, &http.Cookie{Name: "__Host-all", Value: rand.Text(), Path: "/app", Domain: "example.com"})               // want cookieprefix:`^cookie "__Host-all" is rejected by browsers \(Secure is never set\)$`
	http.SetCookie(w, &http.Cookie{Name: "__Host-theme", Value: "dark", Secure: true})                                         // want cookieprefix:`^cookie "__Host-theme" is rejected by browsers`
	http.SetCookie(w, &http.Cookie{Name: "__Secure-sid", Value: rand.Text(), Path: "/", Domain: "example.com", Secure: false}) // want cookieprefix:`\(Secure is false\)$`
}

func kept(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "__Host-sid", Value: rand.Text(), Secure: true, Path: "/"})
	http.SetCookie(w, &http.Cookie{Name: "__Host-sid", Value: rand.Text(), Secure: true, Path: "/", Domain: ""})
	http.SetCookie(w, &http.Cookie{Name: "__Secure-sid", Value: rand.Text(), Secure: true})
	http.SetCookie(w, &http.Cookie{Name: "__Secure-sid", Value: rand.Text(), Secure: true, Path: "/app", Domain: "example.com"})
}

// A missing prefix is information at this level, not printed.
func missing(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), Secure: true, Path: "/"})
}

// These could not carry the prefix, or need none.
func impossible(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), Secure: true, Path: "/", Domain: "example.com"}) // meant for sub-domains
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), Secure: true, Path: "/app"})                     // meant for one application
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), Path: "/"})                                      // development without TLS
	http.SetCookie(w, &http.Cookie{Name: "theme", Value: "dark", Secure: true, Path: "/"})                               // no session
	http.SetCookie(w, &http.Cookie{Name: "__Hostname", Value: "a"})                                                      // no prefix
}

// The name, or an attribute, comes from outside.
func configured(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: os.Getenv("COOKIE"), Value: rand.Text(), Secure: true, Path: "/"})
	http.SetCookie(w, &http.Cookie{Name: "__Host-sid", Value: rand.Text(), Secure: os.Getenv("DEV") == "", Path: "/"})
	http.SetCookie(w, &http.Cookie{Name: "__Host-sid", Value: rand.Text(), Secure: true, Path: "/", Domain: os.Getenv("DOMAIN")})
}

// The name changes with the connection, and so do the attributes.
func behindSwitch(w http.ResponseWriter, r *http.Request) {
	name := "sid"
	if r.TLS != nil {
		name = "__Host-sid"
	}
	http.SetCookie(w, &http.Cookie{Name: name, Value: rand.Text(), Secure: r.TLS != nil, Path: "/"})
}

// cookiedelete judges deletions.
func deletion(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "__Host-sid", MaxAge: -1})
}
