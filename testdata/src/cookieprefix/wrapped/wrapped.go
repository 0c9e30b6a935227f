// Package wrapped names its cookies in constants, helpers and structs.
package wrapped

import "net/http"

const (
	prefix = "__Host-"
	name   = prefix + "sid"
)

func set(w http.ResponseWriter, name, value, path, domain string, secure bool) {
	http.SetCookie(w, &http.Cookie{Name: name, Value: value, Path: path, Domain: domain, Secure: secure})
}

func call(w http.ResponseWriter, token, path string) {
	set(w, name, token, "/", "", true)
	set(w, name, token, "/", "", false)           // want cookieprefix:"Secure is false"
	set(w, name, token, "/app", "", true)         // want cookieprefix:"Path is not"
	set(w, name, token, "/", "example.com", true) // want cookieprefix:"Domain is set"
	set(w, name, token, path, "", true)           // unknown
	set(w, "__Secure-sid", token, "/", "", false) // want cookieprefix:"Secure is false"
	set(w, "__Secure-sid", token, "/app", "", true)
	set(w, "__Secure", token, "/", "", false) // no prefix
}

type jar struct{ cookie http.Cookie }

func newJar() *jar {
	return &jar{http.Cookie{Name: name, Secure: true}} // want cookieprefix:"Path is not"
}

func (j *jar) send(w http.ResponseWriter, token string) {
	c := j.cookie
	c.Value = token
	http.SetCookie(w, &c)
}
