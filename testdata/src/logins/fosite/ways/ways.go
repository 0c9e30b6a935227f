// Package ways makes sessions of a provider in each way that programs are written.
package ways

import (
	"net/http"
	"time"

	"github.com/ory/fosite"
	"github.com/ory/fosite/handler/openid"
	"github.com/ory/fosite/token/jwt"
)

type login struct {
	user string
	at   time.Time
}

//way:inline
func inlineBad(user string) *openid.DefaultSession {
	return &openid.DefaultSession{Claims: &jwt.IDTokenClaims{Issuer: "https://id.example", Subject: user}} // want reauthmaxage:"auth_time is not set and becomes the time of the token"
}

//way:inline
func inlineGood(l login) *openid.DefaultSession {
	return &openid.DefaultSession{Claims: &jwt.IDTokenClaims{Issuer: "https://id.example", Subject: l.user, AuthTime: l.at}}
}

//way:constructor
func authorizeBad(provider fosite.OAuth2Provider, find func(*http.Request) string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		request, err := provider.NewAuthorizeRequest(r.Context(), r)
		if err != nil {
			provider.WriteAuthorizeError(r.Context(), w, request, err)
			return
		}
		claims := &jwt.IDTokenClaims{Issuer: "https://id.example", Subject: find(r)} // want reauthmaxage:"auth_time is not set and becomes the time of the token"
		response, err := provider.NewAuthorizeResponse(r.Context(), request, &openid.DefaultSession{Claims: claims})
		if err != nil {
			provider.WriteAuthorizeError(r.Context(), w, request, err)
			return
		}
		provider.WriteAuthorizeResponse(r.Context(), w, request, response)
	}
}

//way:constructor
func authorizeGood(provider fosite.OAuth2Provider, find func(*http.Request) login) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		request, err := provider.NewAuthorizeRequest(r.Context(), r)
		if err != nil {
			provider.WriteAuthorizeError(r.Context(), w, request, err)
			return
		}
		l := find(r)
		claims := &jwt.IDTokenClaims{Issuer: "https://id.example", Subject: l.user, AuthTime: l.at}
		response, err := provider.NewAuthorizeResponse(r.Context(), request, &openid.DefaultSession{Claims: claims})
		if err != nil {
			provider.WriteAuthorizeError(r.Context(), w, request, err)
			return
		}
		provider.WriteAuthorizeResponse(r.Context(), w, request, response)
	}
}
