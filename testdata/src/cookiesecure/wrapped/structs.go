package wrapped

import "net/http"

// A field holds a template of the cookie.

type goodServer struct{ cookie http.Cookie }

func newGoodServer() *goodServer {
	return &goodServer{cookie: http.Cookie{Name: "session", Secure: true}}
}

func (s *goodServer) login(w http.ResponseWriter, token string) {
	c := s.cookie
	c.Value = token
	http.SetCookie(w, &c)
}

type badServer struct{ cookie http.Cookie }

func newBadServer() *badServer {
	return &badServer{cookie: http.Cookie{Name: "session"}} // want cookiesecure:"Secure is never set"
}

func (s *badServer) login(w http.ResponseWriter, token string) {
	c := s.cookie
	c.Value = token
	http.SetCookie(w, &c)
}

// A field holds a pointer to the template.

type pointerServer struct{ good, bad *http.Cookie }

func newPointerServer() *pointerServer {
	s := new(pointerServer)
	s.good = &http.Cookie{Name: "session", Secure: true}
	s.bad = &http.Cookie{Name: "session"} // want cookiesecure:"Secure is never set"
	return s
}

func (s *pointerServer) login(w http.ResponseWriter, token string) {
	good, bad := *s.good, *s.bad
	good.Value, bad.Value = token, token
	http.SetCookie(w, &good)
	http.SetCookie(w, &bad)
}

// A field holds one attribute.

type flagServer struct{ on, off, given bool }

func newFlagServer(given bool) flagServer {
	return flagServer{on: true, off: false, given: given} // want cookiesecure:"Secure is false"
}

func (s flagServer) login(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: s.on})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: s.off})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: s.given})
}

// An embedded struct promotes it.

type base struct{ template http.Cookie }

type embedding struct{ base }

func newEmbedding() *embedding {
	e := new(embedding)
	e.template = http.Cookie{Name: "session"} // want cookiesecure:"Secure is never set"
	return e
}

func (e *embedding) login(w http.ResponseWriter, token string) {
	c := e.template
	c.Value = token
	http.SetCookie(w, &c)
}

// The cookie itself is embedded.

type named struct {
	http.Cookie
	note string
}

func sendEmbedded(w http.ResponseWriter, token string) {
	bad := named{note: "x"} // want cookiesecure:"Secure is never set"
	bad.Name, bad.Value = "session", token
	http.SetCookie(w, &bad.Cookie)

	good := named{Cookie: http.Cookie{Name: "session", Secure: true}}
	good.Value = token
	http.SetCookie(w, &good.Cookie)
}

// Copies: what happens to one does not happen to the other.

func copies(w http.ResponseWriter, token string) {
	base := http.Cookie{Path: "/", Secure: true}
	good := base
	good.Name, good.Value = "session", token
	http.SetCookie(w, &good)

	bad := base
	bad.Name, bad.Value = "session", token
	bad.Secure = false // want cookiesecure:"Secure is false"
	http.SetCookie(w, &bad)

	weak := http.Cookie{Name: "session", Value: token} // want cookiesecure:"Secure is never set"
	strong := weak
	strong.Secure = true
	http.SetCookie(w, &weak)
	http.SetCookie(w, &strong)
}

// Too late: the header is written.

func tooLate(w http.ResponseWriter, token string) {
	c := &http.Cookie{Name: "session", Value: token} // want cookiesecure:"Secure is never set"
	http.SetCookie(w, c)
	c.Secure = true
}

func sentTwice(w http.ResponseWriter, token string) {
	c := &http.Cookie{Name: "session", Value: token} // want cookiesecure:"Secure is never set"
	http.SetCookie(w, c)
	c.Secure = true
	http.SetCookie(w, c)
}

// All ways to make a cookie.

func spellings(w http.ResponseWriter, token string) {
	a := new(http.Cookie)
	a.Name, a.Value = "session", token
	http.SetCookie(w, a) // want cookiesecure:"Secure is never set"

	var b http.Cookie
	b.Name, b.Value = "session", token
	http.SetCookie(w, &b) // want cookiesecure:"Secure is never set"

	c := new(http.Cookie)
	c.Name, c.Value, c.Secure = "session", token, true
	http.SetCookie(w, c)

	d := struct{ http.Cookie }{http.Cookie{Name: "session", Value: token, Secure: true}}
	http.SetCookie(w, &d.Cookie)
}
