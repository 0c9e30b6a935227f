package nethttp

import (
	"context"
	"crypto/tls"
	"flag"
	"fmt"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// A session under a second name, which logout deletes without Path.
func second(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{
		Name: "sid", Value: token, Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode,
	})
}

// A signed token is a credential whatever the cookie is called.
func ticket(w http.ResponseWriter, key []byte) error {
	signed, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": "42"}).SignedString(key)
	if err != nil {
		return err
	}
	http.SetCookie(w, &http.Cookie{Name: "ticket", Value: signed, Path: "/", Secure: true, SameSite: http.SameSiteLaxMode}) // want cookiehttponly:`^session cookie "ticket" is readable by scripts`
	return nil
}

// None of these guards a session: nothing is said about them.
func harmless(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: "csrf_token", Value: newToken()}) // scripts must read it (double submit)
	http.SetCookie(w, &http.Cookie{Name: "XSRF-TOKEN", Value: newToken()})
	http.SetCookie(w, &http.Cookie{Name: "theme", Value: r.FormValue("theme")})
	http.SetCookie(w, &http.Cookie{Name: "lang", Value: "en", MaxAge: 365 * 24 * 3600})
	http.SetCookie(w, &http.Cookie{Name: "cookie_consent", Value: "all", Domain: "example.com"})
	http.SetCookie(w, &http.Cookie{Name: "flash", Value: url.QueryEscape("saved")})
	http.SetCookie(w, &http.Cookie{Name: "oauth_state", Value: newToken(), SameSite: http.SameSiteNoneMode})
	http.SetCookie(w, &http.Cookie{Name: "session_expires", Value: time.Now().Format(time.RFC3339)}) // for a countdown
	http.SetCookie(w, &http.Cookie{Name: "session", Value: "1"})                                     // a mark, no secret
}

// Secure follows the connection: http for developers, https for users.
func followsTLS(w http.ResponseWriter, r *http.Request) {
	c := &http.Cookie{Name: "session", Value: newToken(), HttpOnly: true, SameSite: http.SameSiteLaxMode}
	c.Secure = r.TLS != nil
	http.SetCookie(w, c)
	http.SetCookie(w, &http.Cookie{
		Name: "session", Value: newToken(), HttpOnly: true, SameSite: http.SameSiteLaxMode,
		Secure: r.Header.Get("X-Forwarded-Proto") == "https",
	})
	http.SetCookie(w, &http.Cookie{
		Name: "session", Value: newToken(), HttpOnly: true, SameSite: http.SameSiteLaxMode,
		Secure: r.URL.Scheme == "https",
	})
}

// Config comes from a file: what it says is not known here.
type Config struct {
	BaseURL  string
	Domain   string
	Secure   bool
	HTTPOnly bool
	SameSite http.SameSite
	Lifetime time.Duration
}

func configured(w http.ResponseWriter, c *Config) {
	http.SetCookie(w, &http.Cookie{
		Name: "session", Value: newToken(), Domain: c.Domain, Secure: c.Secure, HttpOnly: c.HTTPOnly,
		SameSite: c.SameSite, MaxAge: int(c.Lifetime.Seconds()),
	})
	http.SetCookie(w, &http.Cookie{
		Name: "session", Value: newToken(), HttpOnly: true, SameSite: http.SameSiteLaxMode,
		Secure: strings.HasPrefix(c.BaseURL, "https://"), // satisfied
	})
	http.SetCookie(w, &http.Cookie{
		Name: "session", Value: newToken(), HttpOnly: true, SameSite: http.SameSiteLaxMode,
		Secure: os.Getenv("DEV") == "", // a development switch
	})
}

var insecure = flag.Bool("insecure-cookies", false, "for development without TLS")

func byFlag(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{
		Name: "session", Value: newToken(), HttpOnly: true, SameSite: http.SameSiteLaxMode,
		Secure: !*insecure, // on unless somebody asks otherwise
	})
}

// Cookies of an HTTP client have no attributes on the wire.
func client(ctx context.Context, token string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://api.example.com/", nil)
	if err != nil {
		return nil, err
	}
	req.AddCookie(&http.Cookie{Name: "session", Value: token})
	jar, err := cookiejar.New(nil)
	if err != nil {
		return nil, err
	}
	jar.SetCookies(req.URL, []*http.Cookie{{Name: "session", Value: token}})
	c := &http.Client{Jar: jar, Transport: &http.Transport{TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS13}}}
	return c.Do(req)
}

// A Set-Cookie header written by hand is a cookie like any other.
func headers(w http.ResponseWriter, token string) {
	w.Header().Set("Set-Cookie", "session="+token+"; Path=/; Secure; HttpOnly; SameSite=Lax")
	w.Header().Add("Set-Cookie", "session="+token+"; Path=/; HttpOnly; SameSite=Lax")                                // want cookiesecure:`^session cookie "session" is sent over plain HTTP`
	w.Header().Add("Set-Cookie", fmt.Sprintf("session=%s; Path=/; Secure; SameSite=Lax", token))                     // want cookiehttponly:`^session cookie "session" is readable by scripts`
	w.Header().Add("Set-Cookie", strings.Join([]string{"session=" + token, "Path=/", "Secure", "HttpOnly"}, "; "))   // want cookiesamesite:`^session cookie "session" has no SameSite attribute`
	w.Header().Add("Set-Cookie", "session="+token+"; Path=/; Domain=example.com; Secure; HttpOnly; SameSite=Strict") // want cookiescope:`^session cookie "session" goes to every sub-domain`
	w.Header().Add("Set-Cookie", "__Host-sid="+token+"; Secure; HttpOnly; SameSite=Strict")                          // want cookieprefix:`^cookie "__Host-sid" is rejected by browsers \(Path is not "/"\)`
	w.Header().Add("Set-Cookie", "session="+token+"; Path=/; Max-Age=7776000; Secure; HttpOnly; SameSite=Strict")    // want sessiontimeout:`is kept for 90 days`
	w.Header().Add("Set-Cookie", "sid=; Max-Age=0")                                                                  // want cookiedelete:`^deletion leaves cookie "sid" alive`
	w.Header().Add("Set-Cookie", "sid=; Path=/; Max-Age=0")                                                          // Max-Age=0 on the wire deletes
	w.Header().Add("Set-Cookie", "theme=dark; Path=/")
	w.Header().Add("Set-Cookie", "session="+token+"; HttpOnly; SameSite=None")               // want cookiesecure:`Secure is never set` cookiesamesite:`^session cookie "session" is dropped by browsers \(SameSite is None without Secure\), set Secure`
	c := http.Cookie{Name: "session", Value: token, Path: "/", Secure: true, HttpOnly: true} // want cookiesamesite:`has no SameSite attribute`
	w.Header().Add("Set-Cookie", c.String())
}

// A cookie of the request that is sent again has lost its attributes.
func touch(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("session")
	if err != nil {
		return
	}
	c.Path = "/"
	c.MaxAge = 3600
	c.Secure = true
	c.HttpOnly = true
	http.SetCookie(w, c) // want cookiesamesite:`^session cookie "session" has no SameSite attribute`
}
