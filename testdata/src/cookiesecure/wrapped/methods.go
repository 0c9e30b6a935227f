package wrapped

import "net/http"

// Methods as values and as expressions: the receiver is bound, or the first
// argument.

type sender struct{ secure bool }

func newSender() *sender { return &sender{secure: true} }

func (s *sender) own(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: s.secure})
}

func (s *sender) plain(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token}) // want cookiesecure:"Secure is never set"
}

func (s *sender) with(w http.ResponseWriter, token string, secure, httpOnly bool) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: secure, HttpOnly: httpOnly})
}

func methodValues(w http.ResponseWriter, token string, s *sender) {
	own, plain, with := s.own, s.plain, s.with
	own(w, token)
	plain(w, token)
	with(w, token, false, true) // want cookiesecure:"Secure is false"
	with(w, token, true, false)
	(*sender).with(s, w, token, false, true) // want cookiesecure:"Secure is false"
	(*sender).with(s, w, token, true, false)
	s.with(w, token, false, true) // want cookiesecure:"Secure is false"
	s.with(w, token, true, false)
}

func functionValues(w http.ResponseWriter, token string) {
	set := http.SetCookie
	set(w, &http.Cookie{Name: "session", Value: token}) // want cookiesecure:"Secure is never set"
	set(w, &http.Cookie{Name: "session", Value: token, Secure: true})
}

// An attribute that a method of the cookie's owner sets.

func (s *sender) harden(c *http.Cookie) { c.Secure = s.secure }

func (s *sender) build(token string) *http.Cookie {
	c := &http.Cookie{Name: "session", Value: token}
	s.harden(c)
	return c
}

func builtByMethod(w http.ResponseWriter, token string) {
	s := newSender()
	http.SetCookie(w, s.build(token))
	weak := &sender{}
	weak.secure = false
	http.SetCookie(w, weak.build(token)) // the fields of all senders count together: unknown
}
