// Package limits has what is not seen.
package limits

import (
	"context"
	"database/sql"
	"fmt"
	"net/http"
)

// An interface may ask who owns the record.
type store interface {
	DeleteSession(ctx context.Context, id string) error
}

type app struct {
	db    *sql.DB
	store store
}

func (a *app) behind(w http.ResponseWriter, r *http.Request) {
	a.store.DeleteSession(r.Context(), r.PathValue("id"))
}

// The name of the table is not a constant.
func (a *app) table(w http.ResponseWriter, r *http.Request, prefix string) {
	a.db.Exec(fmt.Sprintf("DELETE FROM %s_sessions WHERE id = ?", prefix), r.PathValue("id"))
}

// Reading is not reported.
func (a *app) show(w http.ResponseWriter, r *http.Request) {
	var agent string
	a.db.QueryRow("SELECT agent FROM sessions WHERE id = ?", r.PathValue("id")).Scan(&agent)
	w.Write([]byte(agent))
}

func routes(a *app) {
	http.HandleFunc("POST /behind/{id}", a.behind)
	http.HandleFunc("GET /show/{id}", a.show)
}
