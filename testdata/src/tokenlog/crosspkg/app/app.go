// Package app logs with another package.
package app

import (
	"log"
	"net/http"

	"sessionlint.test/src/tokenlog/crosspkg/lib"
)

func logger(r *http.Request) {
	lib.Info("token %s", r.Header.Get("Authorization")) // want tokenlog:"header Authorization"
	lib.Info("path %s", r.URL.Path)
}

func reader(r *http.Request) {
	log.Print(lib.Bearer(r)) // want tokenlog:"header Authorization"
	log.Print(len(lib.Bearer(r)))
}
