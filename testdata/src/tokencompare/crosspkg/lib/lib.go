// Package lib reads requests and settings.
package lib

import (
	"net/http"
	"os"
	"strings"
)

// Bearer returns the token of a request.
func Bearer(r *http.Request) string {
	return strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
}

// MasterSecret returns the key of the installation.
func MasterSecret() string { return os.Getenv("MASTER_SECRET") }
