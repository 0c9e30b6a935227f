// Package told has a configuration that names what ends sessions.
package told

import (
	"database/sql"
	"net/http"

	"golang.org/x/crypto/bcrypt"
)

var db *sql.DB

// tellOthers ends sessions in a way that cannot be seen.
func tellOthers(*http.Request) {}

func after(r *http.Request) { tellOthers(r) }

func change(w http.ResponseWriter, r *http.Request) {
	hash, err := bcrypt.GenerateFromPassword([]byte(r.PostFormValue("new")), bcrypt.DefaultCost)
	if err != nil {
		return
	}
	db.Exec("UPDATE users SET password = ? WHERE id = ?", hash, 1)
	after(r)
}

func changeWithout(w http.ResponseWriter, r *http.Request) {
	hash, err := bcrypt.GenerateFromPassword([]byte(r.PostFormValue("new")), bcrypt.DefaultCost)
	if err != nil {
		return
	}
	db.Exec("UPDATE users SET password = ? WHERE id = ?", hash, 1) // want credentialchange:"alive"
}
