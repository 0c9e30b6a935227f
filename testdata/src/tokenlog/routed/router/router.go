// Package router puts together what does not know of each other.
package router

import (
	"net/http"

	"sessionlint.test/src/tokenlog/routed/handlers"
	"sessionlint.test/src/tokenlog/routed/logging"
)

func routes() http.Handler {
	return logging.Requests(http.HandlerFunc(handlers.Page)) // want tokenlog:"logging.Requests logs the query of URLs, where package auth accepts tokens"
}

func all() []func(http.Handler) http.Handler {
	return []func(http.Handler) http.Handler{
		logging.Paths,
		logging.Requests, // want tokenlog:"logging.Requests logs the query of URLs"
	}
}

// A page without tokens.
func other(w http.ResponseWriter, r *http.Request) { logging.One(r) }
