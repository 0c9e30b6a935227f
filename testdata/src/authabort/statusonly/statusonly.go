// Package statusonly has helpers that refuse, and some that only say with which status.
package statusonly

import (
	"encoding/json"
	"net/http"
)

type answer struct {
	Error string
	Token string
}

// status fits what is to be sent.
func status(w http.ResponseWriter, a answer) {
	switch a.Error {
	case "": // 200, by itself
	case "invalid_client":
		w.WriteHeader(http.StatusUnauthorized)
	default:
		w.WriteHeader(http.StatusBadRequest)
	}
}

// The body says that the token is refused.
func token(w http.ResponseWriter, r *http.Request) {
	a := answer{Error: "invalid_client"}
	if r.FormValue("code") == "42" {
		a = answer{Token: "1"}
	}
	status(w, a)
	json.NewEncoder(w).Encode(a)
}

// refuse answers strangers.
func refuse(w http.ResponseWriter, r *http.Request) {
	if _, err := r.Cookie("sid"); err != nil {
		http.Error(w, "log in first", http.StatusUnauthorized)
	}
}

func secret(w http.ResponseWriter, r *http.Request) {
	refuse(w, r) // want authabort:"refuse may have rejected the request, but the function goes on"
	w.Write([]byte("secret"))
}
