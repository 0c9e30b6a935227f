// Package app redirects with another package.
package app

import (
	"net/http"

	"github.com/golang-jwt/jwt/v5"

	"sessionlint.test/src/tokenurl/crosspkg/lib"
)

func bad(w http.ResponseWriter, r *http.Request, token *jwt.Token, key []byte) {
	lib.To(w, r, "/app?token="+lib.Sign(token, key)) // want tokenurl:"a signed token is put into a URL"
}

func good(w http.ResponseWriter, r *http.Request, token *jwt.Token, key []byte) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: lib.Sign(token, key)})
	lib.To(w, r, "/app")
}
