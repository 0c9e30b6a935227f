// Package ways logs in the ways that wrapped leaves out.
package ways

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"log"
	"net/http"
)

func bearer(r *http.Request) string { return r.Header.Get("Authorization") }

// interface with one implementation that reads
type reader interface{ token(*http.Request) string }

type headers struct{}

func (headers) token(r *http.Request) string { return bearer(r) }

func interfaceToken(r *http.Request, from reader) {
	log.Print(from.token(r)) // want tokenlog:"header Authorization is written to a log in clear"
}

type pather interface{ path(*http.Request) string }

type paths struct{}

func (paths) path(r *http.Request) string { return r.URL.Path }

func interfacePath(r *http.Request, from pather) { log.Print(from.path(r)) }

// interface with one implementation that logs
type logger interface{ info(text string) }

type standard struct{}

func (standard) info(text string) { log.Print("info: ", text) }

func interfaceLogger(r *http.Request, to logger) {
	to.info(bearer(r)) // want tokenlog:"header Authorization is written to a log in clear"
	to.info(r.URL.Path)
}

// functions that do more, and log what they made of their parameter
func audit(token string) bool {
	if len(token) < 8 {
		return false
	}
	sum := sha256.Sum256([]byte(token))
	log.Print("hash ", hex.EncodeToString(sum[:]))
	log.Print("begins with ", token[:4])
	return true
}

func helperAudit(r *http.Request) bool { return audit(bearer(r)) }

// closure
func closurePath(r *http.Request) func() {
	path := r.URL.Path
	return func() { log.Print(path) }
}

// generic
func text[T any](v T) string { return fmt.Sprint(v) }

func genericPath(r *http.Request) { log.Print(text(r.URL.Path)) }
