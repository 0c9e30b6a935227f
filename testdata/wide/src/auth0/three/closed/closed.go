// Package closed rejects requests without a token.
package closed

import (
	"net/http"

	jwtmiddleware "github.com/auth0/go-jwt-middleware/v3"
	"github.com/auth0/go-jwt-middleware/v3/validator"
)

func list(w http.ResponseWriter, r *http.Request) { w.Write([]byte("secret")) }

func routes(mux *http.ServeMux, v *validator.Validator) error {
	guard, err := jwtmiddleware.New(
		jwtmiddleware.WithValidator(v),
		jwtmiddleware.WithCredentialsOptional(false),
	)
	if err != nil {
		return err
	}
	mux.Handle("/secret", guard.CheckJWT(http.HandlerFunc(list)))
	return nil
}
