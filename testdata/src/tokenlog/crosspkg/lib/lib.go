// Package lib is a logger of our own, and reads requests.
package lib

import (
	"log"
	"net/http"
)

// Info logs.
func Info(format string, args ...any) { log.Printf(format, args...) }

// Bearer returns the token of a request.
func Bearer(r *http.Request) string { return r.Header.Get("Authorization") }
