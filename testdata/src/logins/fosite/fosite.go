// Package fosite is an OpenID provider.
package fosite

import (
	"time"

	"github.com/ory/fosite/handler/openid"
	"github.com/ory/fosite/token/jwt"
)

type login struct {
	user string
	at   time.Time
}

func missing(l login) *openid.DefaultSession {
	return &openid.DefaultSession{Claims: &jwt.IDTokenClaims{ // want reauthmaxage:"auth_time is not set and becomes the time of the token"
		Issuer:  "https://id.example",
		Subject: l.user,
	}}
}

func stored(l login) *openid.DefaultSession {
	return &openid.DefaultSession{Claims: &jwt.IDTokenClaims{
		Issuer:   "https://id.example",
		Subject:  l.user,
		AuthTime: l.at,
	}}
}

// filled in from the store
func empty() *openid.DefaultSession {
	return &openid.DefaultSession{Claims: &jwt.IDTokenClaims{}}
}
