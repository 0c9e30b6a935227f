// Package headers believes a gateway, or a client that says it is one.
package headers

import (
	"database/sql"
	"net/http"
)

// possible only: gateways set such headers
func byHeader(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	var name string
	if db.QueryRow("SELECT name FROM users WHERE id = ?", r.Header.Get("X-User-ID")).Scan(&name) == nil {
		w.Header().Set("X-Name", name)
	}
}

func byProxy(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	var name string
	if db.QueryRow("SELECT name FROM users WHERE login = ?", r.Header.Get("X-Forwarded-User")).Scan(&name) == nil {
		w.Header().Set("X-Name", name)
	}
}

func byGateway(w http.ResponseWriter, r *http.Request) {
	//sessionlint:ignore plaincookie the gateway sets this header and drops that of clients
	if r.Header.Get("X-User-Role") != "admin" {
		http.Error(w, "forbidden", http.StatusForbidden)
	}
}

func byClient(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-User-Role") != "admin" { // want plaincookie:`header "X-User-Role" decides access`
		http.Error(w, "forbidden", http.StatusForbidden)
	}
}
