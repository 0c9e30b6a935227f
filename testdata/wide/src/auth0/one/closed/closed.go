// Package closed rejects requests without a token.
package closed

import (
	"net/http"

	jwtmiddleware "github.com/auth0/go-jwt-middleware"
	"github.com/dgrijalva/jwt-go"
)

func list(w http.ResponseWriter, r *http.Request) { w.Write([]byte("secret")) }

func routes(mux *http.ServeMux, keys jwt.Keyfunc) {
	guard := jwtmiddleware.New(jwtmiddleware.Options{
		ValidationKeyGetter: keys,
		SigningMethod:       jwt.SigningMethodHS256,
		CredentialsOptional: false,
	})
	mux.Handle("/secret", guard.Handler(http.HandlerFunc(list)))
}
