// Package branches sends session cookies whose SameSite a branch chooses.
package branches

import (
	"net/http"
	"os"
)

type config struct{ mode string }

// byConfig: the code shows what every configuration gets, and one of them gets
// nothing; which one a deployment uses is its own business.
func byConfig(w http.ResponseWriter, token string, cfg config) {
	c := &http.Cookie{Name: "session", Value: token, Secure: true, HttpOnly: true}
	switch cfg.mode {
	case "strict":
		c.SameSite = http.SameSiteStrictMode
	case "lax":
		c.SameSite = http.SameSiteLaxMode
	default:
		c.SameSite = http.SameSiteDefaultMode // want cookiesamesite:"SameSite is SameSiteDefaultMode"
	}
	http.SetCookie(w, c)
}

func byConfigGood(w http.ResponseWriter, token string, cfg config) {
	c := &http.Cookie{Name: "session", Value: token, Secure: true, HttpOnly: true}
	switch cfg.mode {
	case "strict":
		c.SameSite = http.SameSiteStrictMode
	default:
		c.SameSite = http.SameSiteLaxMode
	}
	http.SetCookie(w, c)
}

// parse is how programs read the attribute from their configuration.
func parse(mode string) http.SameSite {
	switch mode {
	case "strict":
		return http.SameSiteStrictMode
	case "none":
		return http.SameSiteNoneMode
	}
	return http.SameSiteLaxMode
}

func parsed(w http.ResponseWriter, token string) {
	// None is what the operator may ask for: whether one does is not known.
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: true, SameSite: parse(os.Getenv("SAMESITE"))})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: true, SameSite: parseSafe(os.Getenv("SAMESITE"))})
}

func parseSafe(mode string) http.SameSite {
	if mode == "strict" {
		return http.SameSiteStrictMode
	}
	return http.SameSiteLaxMode
}

// A conversion of a number says nothing that the code can see.
func converted(w http.ResponseWriter, token string, mode int) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: true, SameSite: http.SameSite(mode)})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: true, SameSite: http.SameSite(2)})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: true, SameSite: http.SameSite(1)}) // want cookiesamesite:"SameSite is SameSiteDefaultMode"
}

// None without Secure is dropped by browsers, on whatever path it comes.
func noneOnly(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, SameSite: http.SameSiteNoneMode}) // want cookiesamesite:"dropped by browsers"
}

// helper sets it for its caller.
func lax(c *http.Cookie) { c.SameSite = http.SameSiteLaxMode }

func helped(w http.ResponseWriter, token string) {
	c := &http.Cookie{Name: "session", Value: token, Secure: true}
	lax(c)
	http.SetCookie(w, c)
	d := &http.Cookie{Name: "session", Value: token, Secure: true} // want cookiesamesite:"SameSite is never set"
	http.SetCookie(w, d)
}

func with(w http.ResponseWriter, token string, mode http.SameSite) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: true, SameSite: mode})
}

func callWith(w http.ResponseWriter, token string) {
	with(w, token, http.SameSiteLaxMode)
	with(w, token, http.SameSiteNoneMode)    // want cookiesamesite:"SameSite is None"
	with(w, token, http.SameSiteDefaultMode) // want cookiesamesite:"SameSite is SameSiteDefaultMode"
	with(w, token, 0)                        // want cookiesamesite:"SameSite is SameSiteDefaultMode"
}
