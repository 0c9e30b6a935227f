// Package asked lets requests without a token through, and its handler asks for one.
package asked

import (
	"net/http"

	jwtmiddleware "github.com/auth0/go-jwt-middleware"
	"github.com/dgrijalva/jwt-go"
)

func list(w http.ResponseWriter, r *http.Request) {
	if r.Context().Value("user") == nil {
		w.Write([]byte("what everybody may see"))
		return
	}
	w.Write([]byte("secret"))
}

func routes(mux *http.ServeMux, keys jwt.Keyfunc) {
	guard := jwtmiddleware.New(jwtmiddleware.Options{
		ValidationKeyGetter: keys,
		SigningMethod:       jwt.SigningMethodHS256,
		CredentialsOptional: true,
	})
	mux.Handle("/secret", guard.Handler(http.HandlerFunc(list)))
}
