// Package interfaces calls generators through interfaces.
package interfaces

import (
	cryptorand "crypto/rand"
	"fmt"
	"math/rand"
	"net/http"
)

// One implementation.
type maker interface{ make() string }

type weak struct{}

func (weak) make() string { return fmt.Sprint(rand.Int63()) } // want tokenrand:"session cookie \"session\" from .*rand.Int63.? is predictable"

func login(w http.ResponseWriter, m maker) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: m.make()})
}

// A strong one.
type source interface{ text() string }

type strong struct{}

func (*strong) text() string { return cryptorand.Text() }

func loginStrong(w http.ResponseWriter, s source) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: s.text()})
}

// Two: which one is meant is not known.
type either interface{ either() string }

type a struct{}

func (a) either() string { return fmt.Sprint(rand.Int63()) }

type b struct{}

func (b) either() string { return cryptorand.Text() }

func loginEither(w http.ResponseWriter, e either) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: e.either()})
}
