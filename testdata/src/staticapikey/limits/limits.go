// Package limits holds what is not decided, and why.
package limits

import (
	"net/http"
	"os"
)

type keys interface{ Current() string }

// known false negative: where the key comes from is not in sight
func authUnknown(k keys, w http.ResponseWriter, r *http.Request) bool {
	return r.Header.Get("X-API-Key") == k.Current()
}

// known false negative: nothing says that the function finds out who calls
func serve(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-API-Key") == os.Getenv("API_KEY") {
		w.WriteHeader(http.StatusNoContent)
	}
}

// negative control
func authServe(w http.ResponseWriter, r *http.Request) bool {
	return r.Header.Get("X-API-Key") == os.Getenv("API_KEY") // want staticapikey:"lets every caller in"
}
