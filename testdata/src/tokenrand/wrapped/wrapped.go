// Package wrapped makes tokens with helpers.
package wrapped

import (
	crand "crypto/rand"
	"encoding/base64"
	"math/rand"
	"net/http"
	"strings"
)

const letters = "abcdefghijklmnopqrstuvwxyz"

func weakText(n int) string {
	var b strings.Builder
	for range n {
		b.WriteByte(letters[rand.Intn(len(letters))]) // want tokenrand:`session cookie "helper"|"session" from .*rand.Intn.? is predictable`
	}
	return b.String()
}

func strongText(n int) string {
	b := make([]byte, n)
	crand.Read(b)
	return base64.RawURLEncoding.EncodeToString(b)
}

func set(w http.ResponseWriter, value string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: value})
}

func helper(w http.ResponseWriter) {
	set(w, weakText(32))
	set(w, strongText(32))
}

// closure
func closure(w http.ResponseWriter) {
	make := func() string { return string(rune(rand.Int())) } // want tokenrand:"predictable"
	strong := func() string { return strongText(16) }
	set(w, make())
	set(w, strong())
}

// generic
func first[T any](list ...T) T { return list[0] }

func generic(w http.ResponseWriter) {
	set(w, first(string(rune(rand.Int31())))) // want tokenrand:"predictable"
	set(w, first(strongText(16)))
}

// field
type maker struct{ last, best string }

func (m *maker) draw() {
	m.last = string(rune(rand.Int63())) // want tokenrand:"predictable"
	m.best = strongText(32)
}

func (m *maker) send(w http.ResponseWriter) {
	set(w, m.last)
	set(w, m.best)
}

// method value
type source struct{}

func (source) weak() string   { return string(rune(rand.Int31n(9))) } // want tokenrand:"predictable"
func (source) strong() string { return strongText(32) }

func methodValue(w http.ResponseWriter) {
	f, g := source{}.weak, source{}.strong
	set(w, f())
	set(w, g())
}

// channel
func channel(w http.ResponseWriter) {
	ch := make(chan string, 1)
	ch <- string(rune(rand.Intn(1000))) // want tokenrand:"predictable"
	set(w, <-ch)
}

// interface: only what is in sight
type generator interface{ Token() string }

func dynamic(w http.ResponseWriter, g generator) { set(w, g.Token()) }
