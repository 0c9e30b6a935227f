// Package limits pins what the settings engine does not see. Each case is
// unknown, never a violation and never proof, and stands beside a control that
// it does see.
package limits

import "net/http"

// Values that travel through slices, maps and channels are not followed.

func throughSlice(w http.ResponseWriter, token string) {
	cookies := []*http.Cookie{{Name: "session", Value: token}}
	for _, c := range cookies {
		c.Name = "session"
		http.SetCookie(w, c) // unknown, though Secure is never set
	}
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token}) // want cookiesecure:"Secure is never set"
}

func throughMap(w http.ResponseWriter, token string) {
	flags := map[string]bool{"secure": false}
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: flags["secure"]})
	secure := false
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: secure}) // want cookiesecure:"Secure is false"
}

func throughChannel(w http.ResponseWriter, token string) {
	ch := make(chan bool, 1)
	ch <- false
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: <-ch})
}

// Interface methods and function values are not resolved. After an unknown
// function had the cookie, not even its name is known.

type policy interface{ secure() bool }

type open struct{}

func (open) secure() bool { return false }

func throughInterface(w http.ResponseWriter, token string, p policy) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: p.secure()})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: open{}.secure()}) // want cookiesecure:"Secure is false"
}

func throughValue(w http.ResponseWriter, token string, change func(*http.Cookie)) {
	c := &http.Cookie{Name: "session", Value: token}
	change(c)
	http.SetCookie(w, c)
	d := &http.Cookie{Name: "session", Value: token} // want cookiesecure:"Secure is never set"
	changeNothing(d)
	http.SetCookie(w, d)
}

func changeNothing(*http.Cookie) {}

// A name that is known only at run time, with a value that says nothing, makes
// no session cookie.

func unnamed(w http.ResponseWriter, name, value string) {
	http.SetCookie(w, &http.Cookie{Name: name, Value: value})
}

// Fields of a receiver count together for all values of the type: with one
// store of true and one of false, nobody knows which one a method sees.

type jar struct{ secure bool }

var (
	strict = &jar{secure: true}
	loose  = &jar{secure: false}
)

func (j *jar) send(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: j.secure})
}

func both(w http.ResponseWriter, token string) {
	strict.send(w, token)
	loose.send(w, token)
}

type looseJar struct{ secure bool }

var onlyLoose = &looseJar{secure: false} // want cookiesecure:"Secure is false"

func (j *looseJar) send(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: j.secure})
}

func one(w http.ResponseWriter, token string) { onlyLoose.send(w, token) }
