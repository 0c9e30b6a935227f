package basic

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"database/sql"
	"encoding/hex"
	"net/http"
)

func constant(r *http.Request) bool {
	return subtle.ConstantTimeCompare([]byte(r.Header.Get("X-API-Key")), []byte(apiKey)) == 1
}

func (s *server) mac(r *http.Request, sum []byte) bool {
	given, err := hex.DecodeString(r.Header.Get("X-Signature"))
	return err == nil && hmac.Equal(given, sum)
}

func hashes(r *http.Request) bool {
	given, want := sha256.Sum256([]byte(r.Header.Get("X-API-Key"))), sha256.Sum256([]byte(apiKey))
	return hex.EncodeToString(given[:]) == hex.EncodeToString(want[:])
}

// Emptiness, and constants that are no secrets.
func present(r *http.Request) bool {
	return r.Header.Get("X-API-Key") != "" && r.Header.Get("Accept") == "application/json"
}

func scheme(r *http.Request) bool { return r.Header.Get("Authorization") == "Bearer" }

// found: the database has compared.
func found(r *http.Request, db *sql.DB) (user string, err error) {
	token := r.Header.Get("X-Auth-Token")
	var stored string
	err = db.QueryRow("SELECT user, token FROM sessions WHERE token = ?", token).Scan(&user, &stored)
	if stored != token {
		return "", sql.ErrNoRows
	}
	return user, err
}

// Two values of the client, two IDs, two settings.
func repeated(r *http.Request) bool { return r.FormValue("password") == r.FormValue("password2") }

func (s *server) mine(r *http.Request, userID string) bool { return r.FormValue("user") == userID }

func host(r *http.Request, allowed string) bool { return r.Header.Get("Origin") == allowed }

func sameTokenType(tokenType, wanted string) bool { return tokenType == wanted }

func lookup(r *http.Request, sessions map[string]string) string {
	return sessions[r.Header.Get("X-Auth-Token")]
}
