// Package app uses generators several times.
package app

import (
	"crypto/rand"
	"encoding/hex"
	"net/http"

	"sessionlint.test/src/tokenentropy/once/gen"
)

func short() string {
	b := make([]byte, 6)
	rand.Read(b) // want tokenentropy:"has only 48 random bits"
	return hex.EncodeToString(b)
}

type user struct{ accessToken, refreshToken string }

// One generator, three uses, one defect.
func three(w http.ResponseWriter) user {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: short()})
	return user{accessToken: short(), refreshToken: short()}
}

// Reported where it is made.
func elsewhere(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: gen.NewSessionToken()})
}

// Two calls that choose, two defects.
func two(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: gen.Random(4)}) // want tokenentropy:"only 32 random bits"
	http.SetCookie(w, &http.Cookie{Name: "auth", Value: gen.Random(5)})    // want tokenentropy:"only 40 random bits"
	http.SetCookie(w, &http.Cookie{Name: "jwt", Value: gen.Random(32)})
}
