// Package limits holds what the rule does not decide.
package limits

import (
	"database/sql"
	"log"
	"net/http"
)

// What an error of another module repeats is not known.
func foreign(r *http.Request, db *sql.DB) {
	if _, err := db.Exec("DELETE FROM sessions WHERE token = ?", r.Header.Get("X-Auth-Token")); err != nil {
		log.Print(err)
	}
}

// The whole URL is logged; whether it holds a token depends on other packages.
func access(r *http.Request) { log.Print(r.Method, r.URL.String()) }

// A value that is only called a token.
func named(token string) { log.Print(token) }
