package wrapped

import (
	h "net/http"
)

func renamed(w h.ResponseWriter, token string) {
	h.SetCookie(w, &h.Cookie{Name: "session", Value: token}) // want cookiesecure:"Secure is never set"
	h.SetCookie(w, &h.Cookie{Name: "session", Value: token, Secure: true})
}

type cookie = h.Cookie // an alias is the type itself

type webCookie h.Cookie // a type of its own that becomes a cookie again

func aliases(w h.ResponseWriter, token string) {
	h.SetCookie(w, &cookie{Name: "session", Value: token}) // want cookiesecure:"Secure is never set"
	h.SetCookie(w, &cookie{Name: "session", Value: token, Secure: true})

	bad := webCookie{Name: "session", Value: token} // want cookiesecure:"Secure is never set"
	h.SetCookie(w, (*h.Cookie)(&bad))
	good := webCookie{Name: "session", Value: token, Secure: true}
	h.SetCookie(w, (*h.Cookie)(&good))
}
