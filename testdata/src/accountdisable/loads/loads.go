// Package loads has a guard that loads the account.
package loads

import (
	"database/sql"
	"net/http"

	"github.com/golang-jwt/jwt/v5"
)

type app struct {
	db  *sql.DB
	key []byte
}

func (a *app) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token, err := jwt.Parse(r.Header.Get("Authorization"), func(*jwt.Token) (any, error) { return a.key, nil })
		if err != nil {
			http.Error(w, "log in first", http.StatusUnauthorized)
			return
		}
		subject, _ := token.Claims.GetSubject()
		var disabled bool
		if a.db.QueryRow("SELECT disabled FROM users WHERE id = $1", subject).Scan(&disabled) != nil || disabled {
			http.Error(w, "log in first", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (a *app) disable(w http.ResponseWriter, r *http.Request) {
	a.db.Exec(`UPDATE users SET disabled = true WHERE id = $1`, r.PathValue("id"))
}
