// Package limits holds what the rule does not decide.
package limits

import (
	crand "crypto/rand"
	"encoding/binary"
	"math/rand"
	"net/http"
	"strconv"
)

// A generator over a source of the program's own may read crypto/rand.
type safeSource struct{}

func (safeSource) Int63() int64 { return int64(safeSource{}.Uint64() >> 1) }
func (safeSource) Seed(int64)   {}
func (safeSource) Uint64() uint64 {
	var b [8]byte
	crand.Read(b[:])
	return binary.BigEndian.Uint64(b[:])
}

func ownSource(w http.ResponseWriter) {
	r := rand.New(safeSource{})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: strconv.FormatInt(r.Int63(), 36)})
}

// What a map holds is what was put into it anywhere.
var issued = map[string]string{}

func kept(w http.ResponseWriter, user string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: issued[user]})
}

// The weak generator is what is left when the strong one fails.
func newFallbackToken() string {
	b := make([]byte, 16)
	if _, err := crand.Read(b); err != nil {
		return strconv.Itoa(rand.Int())
	}
	return string(b)
}
