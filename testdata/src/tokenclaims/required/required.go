// Package required belongs to a project that wants issuer and audience.
package required

import "github.com/golang-jwt/jwt/v5"

var secret []byte

func key(*jwt.Token) (any, error) { return secret, nil }

func bad(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, key, jwt.WithExpirationRequired(), jwt.WithIssuer("https://id.example")) // want tokenclaims:"aud of the token is not checked"
}

func good(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, key, jwt.WithExpirationRequired(), jwt.WithIssuer("https://id.example"), jwt.WithAudience("shop"))
}
