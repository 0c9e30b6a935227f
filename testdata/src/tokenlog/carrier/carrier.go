// Package carrier hands requests to a wrapper around a logger, which takes the
// logger out of them.
package carrier

import (
	"encoding/json"
	"errors"
	"net/http"

	"sessionlint.test/src/tokenlog/carrier/log"
)

func credentials(r *http.Request) (name string, err error) {
	var in struct{ Name string }
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
		log.Error(r, "body of the request", err)
		return "", errors.New("invalid payload")
	}
	return in.Name, nil
}

func login(w http.ResponseWriter, r *http.Request) {
	name, err := credentials(r)
	if err != nil {
		log.Error(r, "login failed", "headers", r.Header) // want tokenlog:"every request header is written to a log"
		return
	}
	w.Header().Set("X-Name", name)
}

func routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /login", login)
	mux.HandleFunc("POST /check", func(w http.ResponseWriter, r *http.Request) {
		if _, err := credentials(r); err != nil {
			log.Error(r, "check failed")
		}
	})
	return mux
}
