package limits

import (
	"errors"
	"time"

	"github.com/go-jose/go-jose/v4"
	josejwt "github.com/go-jose/go-jose/v4/jwt"
)

// Own claims that judge themselves; how well is not looked at.
type own struct {
	Subject string `json:"sub"`
	Until   int64  `json:"until"`
}

func (c *own) Valid() error {
	if time.Now().Unix() > c.Until {
		return errors.New("expired")
	}
	return nil
}

func validated(raw string, key []byte) (*own, error) {
	token, err := josejwt.ParseSigned(raw, []jose.SignatureAlgorithm{jose.HS256})
	if err != nil {
		return nil, err
	}
	claims := new(own)
	if err := token.Claims(key, claims); err != nil {
		return nil, err
	}
	if err := claims.Valid(); err != nil {
		return nil, err
	}
	return claims, nil
}

// negative control: claims that are always valid
type lax struct {
	Subject string `json:"sub"`
}

func (c *lax) Valid() error { return nil }

func trusting(raw string, key []byte) (*lax, error) {
	token, err := josejwt.ParseSigned(raw, []jose.SignatureAlgorithm{jose.HS256})
	if err != nil {
		return nil, err
	}
	claims := new(lax)
	if err := token.Claims(key, claims); err != nil { // want tokenclaims:"expired tokens are accepted"
		return nil, err
	}
	if err := claims.Valid(); err != nil {
		return nil, err
	}
	return claims, nil
}
