// Package asked lets requests without a token through, and its handler asks for one.
package asked

import (
	"net/http"

	jwtmiddleware "github.com/auth0/go-jwt-middleware/v2"
	"github.com/auth0/go-jwt-middleware/v2/validator"
)

func list(w http.ResponseWriter, r *http.Request) {
	if r.Context().Value(jwtmiddleware.ContextKey{}) == nil {
		w.Write([]byte("what everybody may see"))
		return
	}
	w.Write([]byte("secret"))
}

func routes(mux *http.ServeMux, v *validator.Validator) {
	guard := jwtmiddleware.New(
		v.ValidateToken,
		jwtmiddleware.WithCredentialsOptional(true),
	)
	mux.Handle("/secret", guard.CheckJWT(http.HandlerFunc(list)))
}
