// Package audience says whom its tokens are for, and asks or does not.
package audience

import (
	"errors"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type shop struct {
	User string `json:"user"`
	jwt.RegisteredClaims
}

type wiki struct {
	Use string `json:"use"`
	jwt.RegisteredClaims
}

var secret []byte

func key(*jwt.Token) (any, error) { return secret, nil }

func ends(aud string) jwt.RegisteredClaims {
	return jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour)), Audience: jwt.ClaimStrings{aud}}
}

func mint(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, shop{User: user, RegisteredClaims: jwt.RegisteredClaims{
		ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour)),
		Audience:  jwt.ClaimStrings{"shop"}, // want tokenclaims:"audience .shop. is written into tokens but no verification asks for it"
	}}).SignedString(secret)
}

func verify(raw string) (*shop, error) {
	c := &shop{}
	_, err := jwt.ParseWithClaims(raw, c, key, jwt.WithValidMethods([]string{"HS256"}), jwt.WithExpirationRequired())
	return c, err
}

// What it is made for is asked for, and so is its use.
func mintWiki() (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, wiki{Use: "edit", RegisteredClaims: ends("wiki")}).SignedString(secret)
}

func verifyWiki(raw string) (*wiki, error) {
	c := &wiki{}
	_, err := jwt.ParseWithClaims(raw, c, key, jwt.WithValidMethods([]string{"HS256"}), jwt.WithExpirationRequired(), jwt.WithAudience("wiki"))
	if err != nil {
		return nil, err
	}
	if c.Use != "edit" {
		return nil, errors.New("made for something else")
	}
	return c, nil
}
