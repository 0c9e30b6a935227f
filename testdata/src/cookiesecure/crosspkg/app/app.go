// Package app uses the helpers of another package of the module.
package app

import (
	"net/http"

	"sessionlint.test/src/cookiesecure/crosspkg/lib"
)

func made(w http.ResponseWriter, token string) error {
	http.SetCookie(w, lib.Bad(token)) // want cookiesecure:"Secure is never set"
	http.SetCookie(w, lib.Good(token))
	c, err := lib.WithError(token)
	if err != nil {
		return err
	}
	http.SetCookie(w, c) // want cookiesecure:"Secure is never set"
	d := lib.Bad(token)
	d.Secure = true
	http.SetCookie(w, d)
	return nil
}

func hardened(w http.ResponseWriter, token string) {
	good := &http.Cookie{Name: "session", Value: token}
	lib.Harden(good)
	http.SetCookie(w, good)
	bad := &http.Cookie{Name: "session", Value: token} // want cookiesecure:"Secure is never set"
	lib.HTTPOnly(bad)
	http.SetCookie(w, bad)
	weak := &http.Cookie{Name: "session", Value: token, Secure: true} // want cookiesecure:"Secure is false"
	lib.Weaken(weak)
	http.SetCookie(w, weak)
}

func sent(w http.ResponseWriter, r *http.Request, token string) {
	lib.Set(w, token, false) // want cookiesecure:"Secure is false"
	lib.Set(w, token, true)
	lib.Set(w, token, lib.SecureFromEnv())
	lib.Set(w, token, lib.IsSecure(r))
	lib.SetInsecure(w, token, true) // want cookiesecure:"Secure is false"
	lib.SetInsecure(w, token, false)
	lib.SetNamed(w, "session", token) // want cookiesecure:"Secure is never set"
	lib.SetNamed(w, lib.Name, token)  // want cookiesecure:"Secure is never set"
	lib.SetNamed(w, "theme", token)
	lib.Plain(w, token)                                      // judged in lib
	lib.Send(w, &http.Cookie{Name: "session", Value: token}) // want cookiesecure:"Secure is never set"
	lib.Send(w, &http.Cookie{Name: "session", Value: token, Secure: true})
	lib.Any(w, token, false) // want cookiesecure:"Secure is false"
	lib.Any(w, token, true)
}

func options(w http.ResponseWriter, token string) {
	lib.With(w, token, lib.Attributes{Name: "session"}) // want cookiesecure:"Secure is never set"
	lib.With(w, token, lib.Attributes{Name: "session", Secure: true})
	lib.With(w, token, lib.Attributes{Name: "theme"})
	lib.With(w, token, lib.Default()) // unknown: only cookies, options and stores have results that travel
}

func values(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: lib.SecureOn})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: lib.SecureOff}) // want cookiesecure:"Secure is false"
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: lib.CookieSecure})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: lib.CookieInsecure})    // want cookiesecure:"Secure is false unless lib.CookieInsecure is set"
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: lib.Conf.CookieSecure}) // want cookiesecure:"Secure is false unless lib.Conf.CookieSecure is set"
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: lib.Loaded})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: lib.UseSecureCookies()})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: lib.UseInsecureCookies()}) // want cookiesecure:"Secure is false"
}

func jars(w http.ResponseWriter, token string) {
	j := lib.NewJar()
	j.Put(w, token)
	j.PutNamed(w, "session", token) // want cookiesecure:"Secure is never set"
	j.PutNamed(w, "theme", token)
	put := j.PutNamed
	put(w, "session", token) // want cookiesecure:"Secure is never set"
	put(w, "theme", "session")
}

// Wrappers of wrappers, and method values.

func wrap(w http.ResponseWriter, token string, secure bool) { lib.Set(w, token, secure) }

func wrapped(w http.ResponseWriter, token string) {
	wrap(w, token, false) // want cookiesecure:"Secure is false"
	wrap(w, token, true)
	set := lib.Set
	set(w, token, false) // want cookiesecure:"Secure is false"
	set(w, token, true)
	func() {
		lib.Set(w, token, false) // want cookiesecure:"Secure is false"
		lib.Set(w, token, true)
	}()
}
