// Package closed rejects requests without a token.
package closed

import (
	"net/http"

	jwtmiddleware "github.com/auth0/go-jwt-middleware/v2"
	"github.com/auth0/go-jwt-middleware/v2/validator"
)

func list(w http.ResponseWriter, r *http.Request) { w.Write([]byte("secret")) }

func routes(mux *http.ServeMux, v *validator.Validator) {
	guard := jwtmiddleware.New(
		v.ValidateToken,
		jwtmiddleware.WithCredentialsOptional(false),
	)
	mux.Handle("/secret", guard.CheckJWT(http.HandlerFunc(list)))
}
