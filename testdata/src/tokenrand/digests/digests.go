// Package digests makes tokens of what is written into hashes, bit by bit.
package digests

import (
	crand "crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"math/rand"
	"os"
	"time"
)

// NewSessionToken hashes what can be guessed.
func NewSessionToken(user string) string {
	h := sha256.New()
	h.Write([]byte("v1"))
	io.WriteString(h, fmt.Sprint(time.Now().UnixNano())) // want tokenrand:"time.UnixNano"
	return hex.EncodeToString(h.Sum(nil))
}

// NewResetToken formats into the hash.
func NewResetToken() string {
	h := sha256.New()
	fmt.Fprintf(h, "%d", rand.Int63()) // want tokenrand:"math/rand"
	return fmt.Sprintf("%x", h.Sum(nil))
}

// NewAccessToken hashes random bytes.
func NewAccessToken() string {
	seed := make([]byte, 32)
	crand.Read(seed)
	h := sha256.New()
	h.Write(seed)
	return hex.EncodeToString(h.Sum(nil))
}

// NewRefreshToken hashes something that is not in sight.
func NewRefreshToken(r io.Reader) string {
	h := sha256.New()
	io.WriteString(h, time.Now().String())
	io.Copy(h, r)
	return hex.EncodeToString(h.Sum(nil))
}

// NewLinkToken hashes what it is given together with the time: what it is given may
// be a secret.
func NewLinkToken(user, password string) string {
	h := sha256.New()
	io.WriteString(h, user+password+os.Getenv("SECRET_KEY")+time.Now().String())
	return hex.EncodeToString(h.Sum(nil))
}

// NewInvitationToken likewise, at once.
func NewInvitationToken(user string) string {
	sum := sha256.Sum256([]byte(user + os.Getenv("SECRET_KEY") + fmt.Sprint(rand.Int63())))
	return hex.EncodeToString(sum[:])
}

// NewShareToken begins anew.
func NewShareToken(r io.Reader) string {
	h := sha256.New()
	io.WriteString(h, time.Now().String())
	h.Reset()
	more(h)
	return hex.EncodeToString(h.Sum(nil))
}

func more(h hash.Hash) {
	seed := make([]byte, 32)
	crand.Read(seed)
	h.Write(seed)
}
