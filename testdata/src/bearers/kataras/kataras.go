// Package kataras uses kataras/jwt: the algorithm is an argument, the lifetime
// an option.
package kataras

import (
	"net/http"
	"time"

	"github.com/kataras/jwt"
)

type session struct {
	User string `json:"user"`
}

func good(raw, key []byte) (*session, error) {
	tok, err := jwt.Verify(jwt.HS256, key, raw, jwt.Expected{Issuer: "https://id.example"})
	if err != nil {
		return nil, err
	}
	c := &session{}
	return c, tok.Claims(c)
}

func unverified(r *http.Request) (string, error) {
	tok, err := jwt.Decode([]byte(r.Header.Get("Authorization"))) // want tokenverify:"that nothing has verified"
	if err != nil {
		return "", err
	}
	c := &session{}
	err = tok.Claims(c)
	return c.User, err
}

func issue(key []byte, user string) ([]byte, error) {
	return jwt.Sign(jwt.HS256, key, session{User: user}) // want tokenlifetime:"never expires"
}

func issueLong(key []byte, user string) ([]byte, error) {
	return jwt.Sign(jwt.HS256, key, session{User: user}, jwt.MaxAge(40*24*time.Hour)) // want tokenlifetime:"lives 40 days"
}

func issueGood(key []byte, user string) ([]byte, error) {
	return jwt.Sign(jwt.HS256, key, session{User: user}, jwt.MaxAge(15*time.Minute))
}

func issueMap(key []byte, user string) ([]byte, error) {
	return jwt.Sign(jwt.HS256, key, jwt.Map{"user": user, "exp": time.Now().Add(time.Hour).Unix()})
}
