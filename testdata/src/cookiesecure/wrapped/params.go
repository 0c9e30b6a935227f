package wrapped

import (
	"net/http"
	"os"
)

// A helper whose parameters are attributes.

func setSecure(w http.ResponseWriter, token string, secure bool) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: secure})
}

func callSecure(w http.ResponseWriter, token string) {
	setSecure(w, token, false) // want cookiesecure:"Secure is false"
	setSecure(w, token, true)
	setSecure(w, token, os.Getenv("DEV") == "") // the deployment decides
}

func setInsecure(w http.ResponseWriter, token string, insecure bool) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: !insecure})
}

func callInsecure(w http.ResponseWriter, token string) {
	setInsecure(w, token, true) // want cookiesecure:"Secure is false"
	setInsecure(w, token, false)
}

// Two helpers deep.

func outer(w http.ResponseWriter, token string, secure bool) { setSecure(w, token, secure) }

func callOuter(w http.ResponseWriter, token string) {
	outer(w, token, false) // want cookiesecure:"Secure is false"
	outer(w, token, true)
}

// A helper whose parameter is the name: only the caller makes it a session.

func setNamed(w http.ResponseWriter, name, value string) {
	http.SetCookie(w, &http.Cookie{Name: name, Value: value}) // want cookiesecure:"session cookie .session. is sent over plain HTTP"
}

func callNamed(w http.ResponseWriter, token string) {
	setNamed(w, "session", token)
	setNamed(w, "theme", token)
}

func setNamedSecure(w http.ResponseWriter, name, value string) {
	http.SetCookie(w, &http.Cookie{Name: name, Value: value, Secure: true})
}

func callNamedSecure(w http.ResponseWriter, token string) {
	setNamedSecure(w, "session", token)
	setNamedSecure(w, "theme", token)
}

// A struct of options of the program itself.

type attributes struct {
	name   string
	secure bool
	days   int
}

func setWith(w http.ResponseWriter, token string, a attributes) {
	http.SetCookie(w, &http.Cookie{Name: a.name, Value: token, Secure: a.secure, MaxAge: a.days * 86400})
}

func callWith(w http.ResponseWriter, token string) {
	setWith(w, token, attributes{name: "session", secure: true, days: 1})
	setWith(w, token, attributes{name: "session", days: 1}) // want cookiesecure:"Secure is never set"
	setWith(w, token, attributes{name: "theme", days: 1})
}

func setWithPointer(w http.ResponseWriter, token string, a *attributes) {
	http.SetCookie(w, &http.Cookie{Name: a.name, Value: token, Secure: a.secure})
}

func callWithPointer(w http.ResponseWriter, token string) {
	setWithPointer(w, token, &attributes{name: "session", secure: true})
	setWithPointer(w, token, &attributes{name: "session"}) // want cookiesecure:"Secure is never set"
}

// A variadic helper for further changes.

func setAll(w http.ResponseWriter, cookies ...*http.Cookie) {
	for _, c := range cookies {
		http.SetCookie(w, c)
	}
}
