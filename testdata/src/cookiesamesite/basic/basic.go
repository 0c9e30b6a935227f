// Package basic holds cookies with every SameSite there is, and look-alikes.
package basic

import (
	"crypto/rand"
	"net/http"
	"os"

	"github.com/alexedwards/scs/v2"
	"github.com/gofiber/fiber/v2"
	"github.com/gorilla/sessions"
)

func missing(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), Secure: true})                                     // want cookiesamesite:`^session cookie "session" has no SameSite attribute \(SameSite is never set\), set it to Lax or Strict`
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), Secure: true, SameSite: http.SameSiteDefaultMode}) // want cookiesamesite:`^session cookie "session" has no SameSite attribute \(SameSite is SameSiteDefaultMode\), set it to Lax or Strict`
}

func none(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), SameSite: http.SameSiteNoneMode})               // want cookiesamesite:`^session cookie "session" is dropped by browsers \(SameSite is None without Secure\), set Secure`
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), Secure: true, SameSite: http.SameSiteNoneMode}) // want cookiesamesite:`^session cookie "session" goes along with requests from other sites \(SameSite is None\), set it to Lax or Strict`
}

func good(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), SameSite: http.SameSiteLaxMode})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), SameSite: http.SameSiteStrictMode})
}

// Libraries that say Lax unless told otherwise.
func defaults(c *fiber.Ctx) *scs.SessionManager {
	c.Cookie(&fiber.Cookie{Name: "session", Value: rand.Text()})
	c.Cookie(&fiber.Cookie{Name: "session", Value: rand.Text(), SameSite: "lacks"}) // a word that fiber does not know is Lax
	return scs.New()
}

// gorilla/sessions says None since 1.3: it is there, and it is None.
var store = sessions.NewCookieStore([]byte(os.Getenv("KEY"))) // want cookiesamesite:`^session cookie goes along with requests from other sites \(SameSite is None by default in gorilla/sessions\), set it to Lax or Strict`

// A login that comes back by POST from another site needs None.
func state(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "oauth_state", Value: rand.Text(), Secure: true, SameSite: http.SameSiteNoneMode})
	http.SetCookie(w, &http.Cookie{Name: "lang", Value: "en"})
	http.SetCookie(w, &http.Cookie{Name: "session", MaxAge: -1}) // a deletion
}

func configured(w http.ResponseWriter, mode http.SameSite) {
	if os.Getenv("STRICT") != "" {
		mode = http.SameSiteStrictMode
	}
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), SameSite: mode})
}

// Both are fine, whatever the environment says.
func either(w http.ResponseWriter) {
	mode := http.SameSiteLaxMode
	if os.Getenv("STRICT") != "" {
		mode = http.SameSiteStrictMode
	}
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), SameSite: mode})
}
