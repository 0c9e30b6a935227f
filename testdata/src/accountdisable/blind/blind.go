// Package blind has a guard that only verifies tokens.
package blind

import (
	"database/sql"
	"net/http"

	"github.com/golang-jwt/jwt/v5"
	"gorm.io/gorm"
)

type User struct {
	ID       int64
	Disabled bool
	Active   bool
	Name     string
}

type app struct {
	db   *sql.DB
	gorm *gorm.DB
	key  []byte
}

func (a *app) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, err := jwt.Parse(r.Header.Get("Authorization"), func(*jwt.Token) (any, error) { return a.key, nil })
		if err != nil {
			http.Error(w, "log in first", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (a *app) disable(w http.ResponseWriter, r *http.Request) {
	a.db.Exec(`UPDATE users SET disabled = true WHERE id = $1`, r.PathValue("id")) // want accountdisable:"disabled account keeps its sessions \\(guards only verify tokens\\)"
}

func (a *app) disableEnds(w http.ResponseWriter, r *http.Request) {
	a.db.Exec(`UPDATE users SET disabled = true WHERE id = $1`, r.PathValue("id"))
	a.db.Exec(`DELETE FROM refresh_tokens WHERE user_id = $1`, r.PathValue("id"))
}

func (a *app) ban(w http.ResponseWriter, r *http.Request) {
	var u User
	a.gorm.First(&u, r.PathValue("id"))
	u.Disabled = true // want accountdisable:"disabled account keeps its sessions"
	a.gorm.Save(&u)
}

func (a *app) banRevokes(w http.ResponseWriter, r *http.Request) {
	var u User
	a.gorm.First(&u, r.PathValue("id"))
	u.Active = false
	a.gorm.Save(&u)
	a.revokeTokens(u.ID)
}

func (a *app) revokeTokens(id int64) {
	a.db.Exec(`UPDATE refresh_tokens SET revoked = true WHERE user_id = $1`, id)
}

// A new account that waits for its confirmation.
func (a *app) register(w http.ResponseWriter, r *http.Request) {
	u := &User{Name: r.FormValue("name"), Active: false}
	a.gorm.Create(u)
}

func (a *app) enable(w http.ResponseWriter, r *http.Request) {
	a.db.Exec(`UPDATE users SET disabled = false WHERE id = $1`, r.PathValue("id"))
}

// What is written is what the form says: perhaps the account is enabled.
func (a *app) edit(w http.ResponseWriter, r *http.Request) {
	a.db.Exec(`UPDATE users SET name = $1, disabled = $2 WHERE id = $3`, r.FormValue("name"), r.FormValue("disabled") != "", r.PathValue("id"))
}

func (a *app) setDisabled(id string, disabled bool) error {
	_, err := a.db.Exec(`UPDATE users SET disabled = $1 WHERE id = $2`, disabled, id)
	return err
}

func (a *app) suspend(w http.ResponseWriter, r *http.Request) {
	if err := a.setDisabled(r.PathValue("id"), true); err != nil { // want accountdisable:"disabled account keeps its sessions"
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

var after func(id string)

// What a function value does, nobody knows.
func (a *app) block(w http.ResponseWriter, r *http.Request) {
	a.db.Exec(`UPDATE users SET blocked = true WHERE id = $1`, r.PathValue("id"))
	after(r.PathValue("id"))
}
