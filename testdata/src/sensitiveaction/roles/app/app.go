// Package app changes passwords of people whom another package lets in.
package app

import (
	"database/sql"
	"net/http"

	"golang.org/x/crypto/bcrypt"

	"sessionlint.test/src/sensitiveaction/roles/door"
)

var db *sql.DB

func set(badge, password string) error {
	hash, err := bcrypt.GenerateFromPassword([]byte(password), bcrypt.DefaultCost)
	if err != nil {
		return err
	}
	_, err = db.Exec(`UPDATE users SET hash = ? WHERE badge = ?`, hash, badge)
	return err
}

// changeOwn: a directive says that Opened returns who is logged in.
func changeOwn(w http.ResponseWriter, r *http.Request) {
	p := door.Opened(r)
	if err := set(p.Badge, r.PostFormValue("new")); err != nil { // want sensitiveaction:"password of the logged-in user is replaced"
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// changeOther: who Nearest returns is not known.
func changeOther(w http.ResponseWriter, r *http.Request) {
	p := door.Nearest(r)
	if err := set(p.Badge, r.PostFormValue("new")); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// changeKiosk is open to everybody; the badge reader stands behind it.
//
//sessionlint:role public
func changeKiosk(w http.ResponseWriter, r *http.Request) {
	p := door.Opened(r)
	if err := set(p.Badge, r.PostFormValue("new")); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}
