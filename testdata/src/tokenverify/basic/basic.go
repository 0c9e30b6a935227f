// Package basic verifies tokens of golang-jwt v5, badly and well.
package basic

import (
	"crypto/ed25519"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

type claims struct {
	User string `json:"user"`
	jwt.RegisteredClaims
}

var (
	key    []byte
	public ed25519.PublicKey
	keys   map[string]any
)

func hmac(t *jwt.Token) (any, error) {
	if _, ok := t.Method.(*jwt.SigningMethodHMAC); !ok {
		return nil, fmt.Errorf("unexpected method %v", t.Header["alg"])
	}
	return key, nil
}

func bearer(r *http.Request) string {
	return strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
}

// The error is dropped: golang-jwt fills the claims in all the same.
func dropped(r *http.Request) string {
	c := &claims{}
	_, _ = jwt.ParseWithClaims(bearer(r), c, hmac) // want tokenverify:"error of the verification is dropped"
	return c.User
}

// The token is not nil although the signature is wrong.
func notNil(raw string) (string, error) {
	c := &claims{}
	tok, err := jwt.ParseWithClaims(raw, c, hmac)
	if tok != nil { // want tokenverify:"used although the verification may have failed"
		return c.User, nil
	}
	return "", err
}

// One reason is told apart; all others pass.
func fallsThrough(raw string) (string, error) {
	c := &claims{}
	_, err := jwt.ParseWithClaims(raw, c, hmac) // want tokenverify:"used although the verification may have failed"
	if err != nil {
		log.Printf("token: %v", err)
	}
	return c.User, nil
}

// The map of a token made without claims.
func mapOfToken(raw string) any {
	tok, _ := jwt.Parse(raw, hmac) // want tokenverify:"error of the verification is dropped"
	m := tok.Claims.(jwt.MapClaims)
	return m["sub"]
}

// Valid is as good as the error.
func valid(raw string) string {
	c := &claims{}
	tok, _ := jwt.ParseWithClaims(raw, c, hmac)
	if tok == nil || !tok.Valid {
		return ""
	}
	return c.User
}

// The error is handed back: the caller decides.
func both(raw string) (*claims, error) {
	c := &claims{}
	_, err := jwt.ParseWithClaims(raw, c, hmac)
	return c, err
}

// Logged on failure, not used.
func logged(raw string) (string, error) {
	c := &claims{}
	if _, err := jwt.ParseWithClaims(raw, c, hmac); err != nil {
		log.Printf("bad token of %s", c.User)
		return "", err
	}
	return c.User, nil
}

// An expired token of ours may be renewed: somebody has thought of it.
func expired(raw string) (string, error) {
	c := &claims{}
	_, err := jwt.ParseWithClaims(raw, c, hmac)
	if err != nil && !errors.Is(err, jwt.ErrTokenExpired) {
		return "", err
	}
	return c.User, nil
}

func none(raw string) (string, error) {
	c := &claims{}
	_, err := jwt.ParseWithClaims(raw, c, func(*jwt.Token) (any, error) {
		return jwt.UnsafeAllowNoneSignatureType, nil // want tokenverify:"without a signature are accepted"
	})
	return c.User, err
}

func noneListed(raw string) (string, error) {
	c := &claims{}
	_, err := jwt.ParseWithClaims(raw, c, hmac, jwt.WithValidMethods([]string{"HS256", "none"})) // want tokenverify:"without a signature are accepted"
	return c.User, err
}

func unsigned(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodNone, &claims{User: user}).SignedString(jwt.UnsafeAllowNoneSignatureType) // want tokenverify:"made without a signature"
}

// The key is of any type, and nobody looks at the method.
func open(raw string) (string, error) {
	c := &claims{}
	_, err := jwt.ParseWithClaims(raw, c, func(t *jwt.Token) (any, error) { // want tokenverify:"token chooses its algorithm"
		kid, _ := t.Header["kid"].(string)
		return keys[kid], nil
	})
	return c.User, err
}

// A key of bytes leaves HMAC only: no finding at level 1.
func byType(raw string) (string, error) {
	c := &claims{}
	_, err := jwt.ParseWithClaims(raw, c, func(*jwt.Token) (any, error) { return key, nil })
	return c.User, err
}

func listed(raw string) (string, error) {
	c := &claims{}
	_, err := jwt.ParseWithClaims(raw, c, func(*jwt.Token) (any, error) { return public, nil }, jwt.WithValidMethods([]string{"EdDSA"}))
	return c.User, err
}

func fetched(raw string) (string, error) {
	c := &claims{}
	_, err := jwt.ParseWithClaims(raw, c, func(t *jwt.Token) (any, error) {
		url, _ := t.Header["jku"].(string)
		resp, err := http.Get(url) // want tokenverify:"jku header decides which key"
		if err != nil {
			return nil, err
		}
		return readKey(resp)
	}, jwt.WithValidMethods([]string{"EdDSA"}))
	return c.User, err
}

func readKey(*http.Response) (ed25519.PublicKey, error) { return nil, nil }

func fromFile(raw string) (string, error) {
	c := &claims{}
	_, err := jwt.ParseWithClaims(raw, c, func(t *jwt.Token) (any, error) {
		return os.ReadFile("keys/" + t.Header["kid"].(string)) // want tokenverify:"kid becomes part of what ReadFile opens"
	}, jwt.WithValidMethods([]string{"HS256"}))
	return c.User, err
}

// A key ID that only chooses among known keys.
func fromMap(raw string, known map[string][]byte) (string, error) {
	c := &claims{}
	_, err := jwt.ParseWithClaims(raw, c, func(t *jwt.Token) (any, error) {
		kid, _ := t.Header["kid"].(string)
		k, ok := known[kid]
		if !ok {
			return nil, errors.New("no such key")
		}
		return k, nil
	}, jwt.WithValidMethods([]string{"HS256"}))
	return c.User, err
}

// Nothing verifies the token that the request brings.
func unverified(r *http.Request) (string, error) {
	c := &claims{}
	_, _, err := jwt.NewParser().ParseUnverified(bearer(r), c) // want tokenverify:"that nothing has verified"
	return c.User, err
}

// The claims choose the key; the token is verified then.
func parseThenVerify(r *http.Request, of map[string][]byte) (string, error) {
	raw := bearer(r)
	c := &claims{}
	if _, _, err := jwt.NewParser().ParseUnverified(raw, c); err != nil {
		return "", err
	}
	k := of[c.User]
	_, err := jwt.ParseWithClaims(raw, c, func(*jwt.Token) (any, error) { return k, nil }, jwt.WithValidMethods([]string{"HS256"}))
	return c.User, err
}

// Only looked at for the log.
func peek(r *http.Request) {
	c := &claims{}
	_, _, _ = jwt.NewParser().ParseUnverified(bearer(r), c)
	log.Printf("token of %s", c.User)
}
