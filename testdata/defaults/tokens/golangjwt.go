package main

import (
	"crypto/ed25519"
	"crypto/rand"
	"errors"

	"github.com/golang-jwt/jwt/v5"
)

const v5 = "github.com/golang-jwt/jwt/v5"

func find(*jwt.Token) (any, error) { return key, nil }

func signed(m jwt.SigningMethod, k any, c jwt.MapClaims) string {
	return must(jwt.NewWithClaims(m, c).SignedString(k))
}

func accepts(raw string, f jwt.Keyfunc, opts ...jwt.ParserOption) bool {
	tok, err := jwt.Parse(raw, f, opts...)
	if (err == nil) != (tok != nil && tok.Valid) {
		note(v5+".Token.Valid", "differs from the error", raw)
	}
	return err == nil
}

func golangJWT() {
	expired := signed(jwt.SigningMethodHS256, key, jwt.MapClaims{"exp": past.Unix(), "sub": "a"})
	without := signed(jwt.SigningMethodHS256, key, jwt.MapClaims{"sub": "a"})
	other := signed(jwt.SigningMethodHS512, key, jwt.MapClaims{"sub": "a"})
	expiry(v5+".Parse", accepts(expired, find), accepts(without, find))
	algorithms(v5+".Parse", accepts(other, find))
	note(v5+".WithExpirationRequired", "refuses tokens without exp", !accepts(without, find, jwt.WithExpirationRequired()))
	note(v5+".WithValidMethods", "refuses others", !accepts(other, find, jwt.WithValidMethods([]string{"HS256"})))
	note(v5+".WithoutClaimsValidation", "accepts expired tokens", accepts(expired, find, jwt.WithoutClaimsValidation()))

	wrong := without[:len(without)-6] + "AAAAAA"
	tok, err := jwt.Parse(wrong, find)
	note(v5+".Parse", "filled", err != nil && tok != nil && tok.Claims.(jwt.MapClaims)["sub"] == "a")
	note(v5+".Token.Valid", "on failure", tok.Valid)
	note(v5+".Parse", "all failures of one reason", errors.Is(err, jwt.ErrTokenSignatureInvalid))

	empty := signed(jwt.SigningMethodHS256, []byte{}, jwt.MapClaims{"sub": "a"})
	none := func(*jwt.Token) (any, error) { return []byte(nil), nil }
	note(v5+".Parse", "accepts an empty HMAC key", accepts(empty, none, jwt.WithValidMethods([]string{"HS256"})))

	unsigned := signed(jwt.SigningMethodNone, jwt.UnsafeAllowNoneSignatureType, jwt.MapClaims{"sub": "a"})
	note(v5+".Parse", "accepts none with a key", accepts(unsigned, find))
	note(v5+".Parse", "accepts none with the constant", accepts(unsigned, func(*jwt.Token) (any, error) { return jwt.UnsafeAllowNoneSignatureType, nil }))

	public, private := must2(ed25519.GenerateKey(rand.Reader))
	_ = private
	confused := signed(jwt.SigningMethodHS256, []byte(public), jwt.MapClaims{"sub": "a"})
	note(v5+".Parse", "takes a public key for an HMAC key", accepts(confused, func(*jwt.Token) (any, error) { return public, nil }))

	for _, m := range []jwt.SigningMethod{jwt.SigningMethodHS256, jwt.SigningMethodHS384, jwt.SigningMethodHS512} {
		raw := signed(m, key, jwt.MapClaims{"sub": "a"})
		note(v5+".Parse", "other spellings of "+m.Alg(), spellings(raw))
		note(v5+".WithStrictDecoding", "other spellings of "+m.Alg(), spellings(raw, jwt.WithStrictDecoding()))
	}
}

// spellings counts the other last characters with which a token verifies.
func spellings(raw string, opts ...jwt.ParserOption) int {
	n := 0
	for _, c := range "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_" {
		respelled := raw[:len(raw)-1] + string(c)
		if respelled != raw && accepts(respelled, find, opts...) {
			n++
		}
	}
	return n
}

func must2[A, B any](a A, b B, err error) (A, B) { must(a, err); return a, b }
