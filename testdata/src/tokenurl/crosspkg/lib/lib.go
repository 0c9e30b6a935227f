// Package lib signs and redirects for others.
package lib

import (
	"net/http"

	"github.com/golang-jwt/jwt/v5"
)

// Sign signs a token.
func Sign(token *jwt.Token, key []byte) string {
	text, _ := token.SignedString(key)
	return text
}

// To redirects.
func To(w http.ResponseWriter, r *http.Request, target string) {
	http.Redirect(w, r, target, http.StatusSeeOther)
}
