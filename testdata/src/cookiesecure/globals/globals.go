// Package globals keeps cookies and attributes in package-level variables.
package globals

import (
	"net/http"
	"os"
)

// Unexported and never changed: as good as a constant.

var (
	always = true
	never  = false // want cookiesecure:"Secure is false"
)

func constLike(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: always})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: never})
}

// Exported: other packages may change it; this is what holds unless they do.

var (
	Secure   = true
	Insecure = false // want cookiesecure:"Secure is false"
)

func exported(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: Secure})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: Insecure})
}

// Changed in init, always.

var fixed bool

func init() { fixed = true }

// Changed in init or at the start, to what the deployment says.

var deployed = false

func init() { deployed = os.Getenv("SECURE") == "1" }

var started bool

// Start reads the configuration.
func Start(secure bool) { started = secure }

func changed(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: fixed})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: deployed})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: started})
}

// Nobody ever sets it.

var forgotten bool

func unset(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: forgotten}) // want cookiesecure:"Secure is never set"
}

// Templates.

var (
	goodTemplate = http.Cookie{Name: "session", Secure: true}
	badTemplate  = http.Cookie{Name: "session"} // want cookiesecure:"Secure is never set"
	goodPointer  = &http.Cookie{Name: "session", Secure: true}
	badPointer   = &http.Cookie{Name: "session"} // want cookiesecure:"Secure is never set"
	late         = http.Cookie{Name: "session"}
)

func init() { late.Secure = true }

func templates(w http.ResponseWriter, token string) {
	for range 2 {
		good, bad := goodTemplate, badTemplate
		good.Value, bad.Value = token, token
		http.SetCookie(w, &good)
		http.SetCookie(w, &bad)
	}
	good, bad := *goodPointer, *badPointer
	good.Value, bad.Value = token, token
	http.SetCookie(w, &good)
	http.SetCookie(w, &bad)
	c := late
	c.Value = token
	http.SetCookie(w, &c)
}

// Configuration with defaults in code.

// Config is what a program can be told.
type Config struct {
	CookieSecure bool
	CookieDomain string
}

// Off and On are defaults that a file may override.
var (
	Off = Config{CookieSecure: false, CookieDomain: ""} // want cookiesecure:"Secure is false"
	On  = Config{CookieSecure: true}
)

func defaults(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: Off.CookieSecure})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: On.CookieSecure})
}
