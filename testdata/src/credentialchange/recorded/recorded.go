// Package recorded signs some tokens, but keeps its sessions in records that can be
// deleted: that is the remedy.
package recorded

import (
	"database/sql"
	"net/http"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"golang.org/x/crypto/bcrypt"
)

var (
	db  *sql.DB
	key []byte
)

func deleteSession(id string) error {
	_, err := db.Exec("DELETE FROM sessions WHERE id = ?", id)
	return err
}

func logout(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("session")
	if err != nil {
		return
	}
	deleteSession(c.Value)
}

func download(file string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{
		Subject: file, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Minute)),
	}).SignedString(key)
}

func change(w http.ResponseWriter, r *http.Request) {
	hash, err := bcrypt.GenerateFromPassword([]byte(r.PostFormValue("new")), bcrypt.DefaultCost)
	if err != nil {
		return
	}
	db.Exec("UPDATE users SET password = ? WHERE id = ?", hash, r.PostFormValue("id")) // want credentialchange:"delete them by user"
}
