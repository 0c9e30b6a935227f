// Package basic counts random bits in one function.
package basic

import (
	"crypto/md5"
	"crypto/rand"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"math/big"
	"net/http"
	"strconv"

	"github.com/google/uuid"
)

const letters = "abcdefghijklmnopqrstuvwxyz"

func newSessionID() string {
	b := make([]byte, 16)
	rand.Read(b) // want tokenentropy:"newSessionID has only 32 random bits, at least 64 are needed"
	return hex.EncodeToString(b)[:8]
}

func newShortToken() string {
	b := make([]byte, 6)
	rand.Read(b) // want tokenentropy:"only 48 random bits"
	return base64.URLEncoding.EncodeToString(b)
}

func array(w http.ResponseWriter) {
	var b [4]byte
	rand.Read(b[:]) // want tokenentropy:`session cookie "sid" has only 32 random bits`
	http.SetCookie(w, &http.Cookie{Name: "sid", Value: strconv.FormatUint(uint64(binary.BigEndian.Uint32(b[:])), 16)})
}

func newBoundedToken() (string, error) {
	n, err := rand.Int(rand.Reader, big.NewInt(1<<40)) // want tokenentropy:"only 40 random bits"
	if err != nil {
		return "", err
	}
	return n.String(), nil
}

func newMixedToken() string {
	b := make([]byte, 4)
	rand.Read(b) // want tokenentropy:"only 32 random bits"
	sum := md5.Sum(b)
	return hex.EncodeToString(sum[:])
}

func newLetterToken() string {
	b := make([]byte, 10)
	rand.Read(b) // want tokenentropy:"newLetterToken has only 47 random bits"
	for i := range b {
		b[i] = letters[int(b[i])%len(letters)]
	}
	return string(b)
}

func newCutToken() string {
	return uuid.NewString()[:8] // want tokenentropy:"only 32 random bits"
}
