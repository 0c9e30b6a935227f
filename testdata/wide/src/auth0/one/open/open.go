// Package open lets requests without a token through, and no handler asks for one.
package open

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
		CredentialsOptional: true, // want sessioncheck:"jwtmiddleware.New lets requests without a token through, and nothing rejects them"
	})
	mux.Handle("/secret", guard.Handler(http.HandlerFunc(list)))
}
