// Package globals keeps the Domain in variables, constants and flags.
package globals

import (
	"flag"
	"net/http"
	"os"
	"strings"
)

const company = "example.com"

var (
	domain     = "." + company // want cookiescope:"Domain is ..example.com."
	hostOnly   = ""
	fromEnv    = os.Getenv("COOKIE_DOMAIN")
	fromFlag   = flag.String("domain", "", "cookie domain")
	CookieHost = "shop.example.com" // want cookiescope:"Domain is .shop.example.com."
)

func set(w http.ResponseWriter, r *http.Request, token string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Domain: company}) // want cookiescope:"Domain is .example.com."
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Domain: domain})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Domain: hostOnly})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Domain: fromEnv})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Domain: *fromFlag}) // host-only unless somebody asks
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Domain: CookieHost})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Domain: strings.TrimPrefix(r.Host, "www.")}) // unknown
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Domain: "localhost"})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token})
}
