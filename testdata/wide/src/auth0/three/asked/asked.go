// Package asked lets requests without a token through, and its handler asks for one.
package asked

import (
	"net/http"

	jwtmiddleware "github.com/auth0/go-jwt-middleware/v3"
	"github.com/auth0/go-jwt-middleware/v3/validator"
)

func list(w http.ResponseWriter, r *http.Request) {
	if !jwtmiddleware.HasClaims(r.Context()) {
		w.Write([]byte("what everybody may see"))
		return
	}
	w.Write([]byte("secret"))
}

func routes(mux *http.ServeMux, v *validator.Validator) error {
	guard, err := jwtmiddleware.New(
		jwtmiddleware.WithValidator(v),
		jwtmiddleware.WithCredentialsOptional(true),
	)
	if err != nil {
		return err
	}
	mux.Handle("/secret", guard.CheckJWT(http.HandlerFunc(list)))
	return nil
}
