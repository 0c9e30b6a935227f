// Package noguard has its guards elsewhere.
package noguard

import (
	"database/sql"
	"net/http"
)

type app struct{ db *sql.DB }

func (a *app) disable(w http.ResponseWriter, r *http.Request) {
	a.db.Exec(`UPDATE users SET disabled = true WHERE id = $1`, r.PathValue("id"))
}
