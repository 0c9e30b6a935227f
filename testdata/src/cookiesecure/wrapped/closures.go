package wrapped

import (
	"net/http"
	"os"
)

// The cookie is captured.

func captured(w http.ResponseWriter, token string) func() {
	bad := &http.Cookie{Name: "session", Value: token} // want cookiesecure:"Secure is never set"
	good := &http.Cookie{Name: "session", Value: token, Secure: true}
	return func() {
		http.SetCookie(w, bad)
		http.SetCookie(w, good)
	}
}

// The configuration is captured.

func handler(secure bool) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		http.SetCookie(w, &http.Cookie{Name: "session", Value: r.FormValue("t"), Secure: secure})
	}
}

func routes(mux *http.ServeMux) {
	mux.Handle("/a", handler(false)) // want cookiesecure:"Secure is false"
	mux.Handle("/b", handler(true))
	mux.Handle("/c", handler(os.Getenv("TLS") != ""))
}

type config struct{ secure bool }

func configured(w http.ResponseWriter, token string) {
	bad := config{}
	good := config{secure: true}
	func() {
		http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: bad.secure}) // want cookiesecure:"Secure is never set"
		http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: good.secure})
	}()
}

// Closures that run at once, later, or beside.

func immediate(w http.ResponseWriter, token string) {
	func(c *http.Cookie) { http.SetCookie(w, c) }(&http.Cookie{Name: "session", Value: token}) // want cookiesecure:"Secure is never set"
	func(c *http.Cookie) { http.SetCookie(w, c) }(&http.Cookie{Name: "session", Value: token, Secure: true})
}

func deferred(w http.ResponseWriter, token string) {
	defer http.SetCookie(w, &http.Cookie{Name: "session", Value: token}) // want cookiesecure:"Secure is never set"
	defer http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: true})
	defer func() {
		http.SetCookie(w, &http.Cookie{Name: "session", Value: token}) // want cookiesecure:"Secure is never set"
		http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: true})
	}()
}

func concurrent(w http.ResponseWriter, token string) {
	go http.SetCookie(w, &http.Cookie{Name: "session", Value: token}) // want cookiesecure:"Secure is never set"
	go func() {
		http.SetCookie(w, &http.Cookie{Name: "session", Value: token}) // want cookiesecure:"Secure is never set"
		http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: true})
	}()
}

// The closure changes what the function around it sends.

func changedByClosure(w http.ResponseWriter, token string) {
	c := &http.Cookie{Name: "session", Value: token}
	secure := func() { c.Secure = true }
	secure()
	http.SetCookie(w, c)
}

func changedAtOnce(w http.ResponseWriter, token string) {
	c := &http.Cookie{Name: "session", Value: token}
	func() { c.Secure = true }()
	http.SetCookie(w, c)
}

func spoiledByClosure(w http.ResponseWriter, token string) {
	c := &http.Cookie{Name: "session", Value: token, Secure: true}
	func() {
		c.Secure = false // want cookiesecure:"Secure is false"
	}()
	http.SetCookie(w, c)
}

func onlyReadByClosure(w http.ResponseWriter, token string) {
	c := &http.Cookie{Name: "session", Value: token} // want cookiesecure:"Secure is never set"
	name := func() string { return c.Name }
	w.Header().Set("X-Cookie", name())
	http.SetCookie(w, c)
}

// The variable itself is captured and changed.

func aliased(w http.ResponseWriter, token string) {
	secure := false
	enable := func() { secure = true }
	enable()
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: secure})
}

func notAliased(w http.ResponseWriter, token string) {
	secure := false // want cookiesecure:"Secure is false"
	use := func() bool { return secure }
	_ = use()
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: secure})
}

func pointer(w http.ResponseWriter, token string) {
	c := http.Cookie{Name: "session", Value: token}
	p := &c
	p.Secure = true
	http.SetCookie(w, &c)

	d := http.Cookie{Name: "session", Value: token} // want cookiesecure:"Secure is never set"
	q := &d
	q.HttpOnly = true
	http.SetCookie(w, &d)
}
