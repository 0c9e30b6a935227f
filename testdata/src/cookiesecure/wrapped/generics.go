package wrapped

import (
	"fmt"
	"net/http"
)

// Helpers with type parameters.

func sendAny[T any](w http.ResponseWriter, value T) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: fmt.Sprint(value)}) // want cookiesecure:"Secure is never set"
}

func sendAnySecure[T any](w http.ResponseWriter, value T) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: fmt.Sprint(value), Secure: true})
}

func sendAnyWith[T any](w http.ResponseWriter, value T, secure bool) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: fmt.Sprint(value), Secure: secure})
}

func makeAny[T any](value T) *http.Cookie {
	return &http.Cookie{Name: "session", Value: fmt.Sprint(value)} // want cookiesecure:"Secure is never set"
}

func callAny(w http.ResponseWriter, token string) {
	sendAny(w, token)
	sendAny(w, []byte(token))
	sendAnySecure(w, token)
	sendAnyWith(w, token, false) // want cookiesecure:"Secure is false"
	sendAnyWith(w, 1, true)
	http.SetCookie(w, makeAny(token))
}

// A method of a generic type.

type jar[T any] struct {
	secure bool
	last   T
}

func (j *jar[T]) send(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: j.secure})
}

func (j *jar[T]) sendPlain(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token}) // want cookiesecure:"Secure is never set"
}

func useJar(w http.ResponseWriter, token string) {
	j := &jar[int]{secure: true}
	j.send(w, token)
	j.sendPlain(w, token)
}
