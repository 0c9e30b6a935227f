// Package golangjwt4 uses github.com/golang-jwt/jwt/v4.
package golangjwt4

import (
	"errors"
	"time"

	jwt "github.com/golang-jwt/jwt/v4"

	"sessionlint.test/src/bearers/golangjwt4/keys"
)

type session struct {
	User string `json:"user"`
	jwt.StandardClaims
}

var secret []byte

func open(raw string) (*session, error) {
	c := &session{}
	_, err := jwt.ParseWithClaims(raw, c, keys.Any) // want tokenverify:"token chooses its algorithm"
	return c, err
}

func pinned(raw string) (*session, error) {
	c := &session{}
	_, err := jwt.ParseWithClaims(raw, c, keys.Pinned)
	return c, err
}

func dropped(raw string) string {
	c := &session{}
	jwt.ParseWithClaims(raw, c, keys.Pinned) // want tokenverify:"error of the verification is dropped"
	return c.User
}

// An expired token of ours is renewed, others are not.
func renewed(raw string) (string, error) {
	c := &session{}
	_, err := jwt.ParseWithClaims(raw, c, keys.Pinned)
	var ve *jwt.ValidationError
	if errors.As(err, &ve) {
		if ve.Errors&jwt.ValidationErrorExpired != 0 {
			return c.User, nil
		}
		return "", err
	}
	return c.User, err
}

// Whatever the reason is, the claims are used.
func careless(raw string, renew func()) string {
	c := &session{}
	_, err := jwt.ParseWithClaims(raw, c, keys.Pinned) // want tokenverify:"used although the verification may have failed"
	var ve *jwt.ValidationError
	if errors.As(err, &ve) {
		if ve.Errors&jwt.ValidationErrorExpired != 0 {
			renew()
		}
	}
	return c.User
}

var lax = &jwt.Parser{SkipClaimsValidation: true} // want tokenclaims:"expired tokens are accepted"

func withLax(raw string) (*session, error) {
	c := &session{}
	_, err := lax.ParseWithClaims(raw, c, keys.Pinned)
	return c, err
}

func listed(raw string) (*session, error) {
	parser := &jwt.Parser{ValidMethods: []string{"HS256"}}
	c := &session{}
	_, err := parser.ParseWithClaims(raw, c, keys.Any)
	return c, err
}

func checked(raw string) (jwt.MapClaims, error) {
	tok, err := new(jwt.Parser).Parse(raw, keys.Pinned)
	if err != nil {
		return nil, err
	}
	claims := tok.Claims.(jwt.MapClaims)
	if !claims.VerifyExpiresAt(time.Now().Unix(), true) || !claims.VerifyIssuer("https://id.example", true) {
		return nil, errors.New("expired")
	}
	return claims, nil
}

func issue(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, session{ // want tokenlifetime:"never expires"
		User: user,
	}).SignedString(secret)
}

func issueLong(user string) (string, error) {
	t := jwt.New(jwt.GetSigningMethod("HS256"))
	t.Claims = jwt.MapClaims{
		"user": user,
		"exp":  time.Now().Unix() + 3600*24*60, // want tokenlifetime:"lives 60 days"
	}
	return t.SignedString(secret)
}

func issueGood(user string) (string, error) {
	c := session{User: user}
	c.ExpiresAt = time.Now().Add(time.Hour).Unix()
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(secret)
}
