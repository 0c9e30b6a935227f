// Package basic answers errors with credentials.
package basic

import (
	"fmt"
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

func expired(w http.ResponseWriter, r *http.Request) {
	cookie, err := r.Cookie("session")
	if err != nil {
		return
	}
	http.Error(w, fmt.Sprintf("session %s expired", cookie.Value), http.StatusUnauthorized) // want tokenresponse:"cookie session is sent back in an error response"
}

func header(w http.ResponseWriter, r *http.Request) {
	token := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
	http.Error(w, "bad token "+token, http.StatusUnauthorized) // want tokenresponse:"header Authorization is sent back in an error response"
}

func wrapped(w http.ResponseWriter, r *http.Request) {
	err := fmt.Errorf("no session for %q", r.Header.Get("X-Auth-Token"))
	http.Error(w, err.Error(), http.StatusForbidden) // want tokenresponse:"header X-Auth-Token"
}

func minted(w http.ResponseWriter, token *jwt.Token, key []byte) {
	text, err := token.SignedString(key)
	if err != nil {
		http.Error(w, "cannot send "+text, http.StatusInternalServerError) // want tokenresponse:"a signed token is sent back in an error response"
	}
}
