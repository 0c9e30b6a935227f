package basic

import (
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/golang-jwt/jwt/v5"
)

func constant(w http.ResponseWriter) {
	http.Error(w, "session expired", http.StatusUnauthorized)
}

// login answers with a token: that is its job.
func login(w http.ResponseWriter, token *jwt.Token, key []byte) {
	text, err := token.SignedString(key)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	json.NewEncoder(w).Encode(map[string]string{"access_token": text})
}

func noCookie(w http.ResponseWriter, r *http.Request) {
	if _, err := r.Cookie("session"); err != nil {
		http.Error(w, err.Error(), http.StatusUnauthorized)
	}
}

// What is no credential.
func harmless(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "no page "+r.URL.Path, http.StatusNotFound)
	http.Error(w, "bad type "+r.Header.Get("Content-Type"), http.StatusBadRequest)
	http.Error(w, fmt.Sprintf("no user %q", r.FormValue("user")), http.StatusBadRequest)
	http.Error(w, "bad page "+r.FormValue("page_token"), http.StatusBadRequest)
}

func prefix(w http.ResponseWriter, r *http.Request) {
	if token := r.Header.Get("X-Auth-Token"); len(token) > 8 {
		http.Error(w, "unknown token "+token[:4], http.StatusUnauthorized)
	}
}
