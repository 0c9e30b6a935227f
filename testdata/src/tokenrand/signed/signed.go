// Package signed makes tokens that nobody without the key can make up, and reads
// some that are made elsewhere.
package signed

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"math/rand"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// NewAccessToken signs.
func NewAccessToken(user string, key []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{
		Subject: user, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour)),
	}).SignedString(key)
}

// NewSessionToken is keyed.
func NewSessionToken(user string, key []byte) string {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(user))
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}

// NewRefreshToken signs, but not on every path.
func NewRefreshToken(user string, key []byte) string {
	s, err := NewAccessToken(user, key)
	if err != nil {
		return fmt.Sprint(rand.Int63()) // want tokenrand:"math/rand"
	}
	return s
}

type keep struct{ sessionToken string }

// GetSessionToken makes nothing.
func (k keep) GetSessionToken() string { return k.sessionToken }

type inContext struct{}

// GetAccessToken makes nothing either.
func GetAccessToken(ctx context.Context) string {
	s, _ := ctx.Value(inContext{}).(string)
	return s
}

// GetResetToken makes one, whatever it is called.
func GetResetToken() string { return fmt.Sprint(rand.Int63()) } // want tokenrand:"math/rand"
