// Package wrapped lets helpers choose lengths.
package wrapped

import (
	"crypto/rand"
	"encoding/hex"
	"math/big"
	"net/http"
	"strings"
)

const alphabet = "0123456789abcdef"

func random(n int) string {
	b := make([]byte, n)
	rand.Read(b)
	return hex.EncodeToString(b)
}

func chosen(n int) string {
	var out strings.Builder
	for range n {
		k, _ := rand.Int(rand.Reader, big.NewInt(int64(len(alphabet))))
		out.WriteByte(alphabet[k.Int64()])
	}
	return out.String()
}

func set(w http.ResponseWriter, value string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: value})
}

func helper(w http.ResponseWriter) {
	set(w, random(4)) // want tokenentropy:`session cookie "session" has only 32 random bits`
	set(w, random(32))
	set(w, chosen(12)) // want tokenentropy:"only 48 random bits"
	set(w, chosen(40))
}

func twice(w http.ResponseWriter) {
	set(w, double(2)) // want tokenentropy:"only 32 random bits"
	set(w, double(8))
}

func double(n int) string { return random(2 * n) }

func closure(w http.ResponseWriter) {
	short := func() string { return random(5) }
	set(w, short()) // want tokenentropy:"only 40 random bits"
	long := func() string { return random(16) }
	set(w, long())
}

func first[T any](list ...T) T { return list[0] }

func generic(w http.ResponseWriter) {
	set(w, first(random(7))) // want tokenentropy:"only 56 random bits"
	set(w, first(random(17)))
}

type holder struct{ short, long string }

func (h *holder) fill() {
	h.short = random(3) // want tokenentropy:"only 24 random bits"
	h.long = random(33)
}

func (h *holder) send(w http.ResponseWriter) {
	set(w, h.short)
	set(w, h.long)
}

type source struct{}

func (source) short() string { return random(2) }

func methodValue(w http.ResponseWriter) {
	f := source{}.short
	set(w, f()) // want tokenentropy:"only 16 random bits"
}

type generator interface{ Token() string }

func dynamic(w http.ResponseWriter, g generator) { set(w, g.Token()) }
