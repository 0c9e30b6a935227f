// Package open lets requests without a token through, and no handler asks for one.
package open

import (
	"net/http"

	jwtmiddleware "github.com/auth0/go-jwt-middleware/v2"
	"github.com/auth0/go-jwt-middleware/v2/validator"
)

func list(w http.ResponseWriter, r *http.Request) { w.Write([]byte("secret")) }

func routes(mux *http.ServeMux, v *validator.Validator) {
	guard := jwtmiddleware.New(
		v.ValidateToken,
		jwtmiddleware.WithCredentialsOptional(true), // want sessioncheck:"jwtmiddleware.WithCredentialsOptional lets requests without a token through, and nothing rejects them"
	)
	mux.Handle("/secret", guard.CheckJWT(http.HandlerFunc(list)))
}
