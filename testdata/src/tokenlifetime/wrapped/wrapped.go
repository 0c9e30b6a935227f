// Package wrapped makes tokens through helpers.
package wrapped

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type claims struct {
	User string `json:"user"`
	jwt.RegisteredClaims
}

type signer struct {
	key  []byte
	life time.Duration
	now  func() time.Time
}

func newSigner(key []byte) *signer {
	return &signer{key: key, life: 400 * time.Hour * 2, now: time.Now} // want tokenlifetime:"lives"
}

func (s *signer) sign(c jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(s.key)
}

func newClaims(user string) *claims { return &claims{User: user} }

func (s *signer) never(user string) (string, error) {
	return s.sign(newClaims(user)) // want tokenlifetime:"token never expires"
}

func (s *signer) fromField(user string) (string, error) {
	c := newClaims(user)
	s.end(c)
	return s.sign(c)
}

func (s *signer) end(c *claims) { c.ExpiresAt = jwt.NewNumericDate(s.now().Add(s.life)) }

func expiry(d time.Duration) *jwt.NumericDate { return jwt.NewNumericDate(time.Now().Add(d)) }

func (s *signer) long(user string) (string, error) {
	return s.sign(&claims{User: user, RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: expiry(
		721 * time.Hour, // want tokenlifetime:"lives"
	)}})
}

func (s *signer) short(user string) (string, error) {
	return s.sign(&claims{User: user, RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: expiry(time.Hour)}})
}
