// Package basic stores tokens with database/sql in one function.
package basic

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/hex"
	"math/big"
	mrand "math/rand"
)

func saveSession(db *sql.DB, uid int64) (string, error) {
	token := rand.Text()
	_, err := db.Exec(`INSERT INTO sessions (token, user_id) VALUES ($1, $2)`, token, uid) // want tokenatrest:"token is stored in column \"token\" as it is, store a hash"
	return token, err
}

func byToken(db *sql.DB, token string) (uid int64, err error) {
	err = db.QueryRow(`SELECT user_id FROM sessions WHERE token = $1`, token).Scan(&uid)
	return uid, err
}

func renewKey(ctx context.Context, tx *sql.Tx, uid int64) error {
	b := make([]byte, 32)
	rand.Read(b)
	_, err := tx.ExecContext(ctx,
		"UPDATE users SET api_key = ?, changed = now() WHERE id = ?", // want tokenatrest:"API token is stored in column \"api_key\""
		hex.EncodeToString(b), uid)
	return err
}

func byKey(db *sql.DB, key string) *sql.Row {
	return db.QueryRow("SELECT id FROM users WHERE api_key = ? AND NOT locked", key)
}

func rememberMe(db *sql.DB, uid int64) error {
	token := rand.Text()
	_, err := db.Exec("insert into logins (uid, remember_token) values (?, ?)", uid, token) // want tokenatrest:"remember token is stored"
	return err
}

func remembered(db *sql.DB, token string) *sql.Row {
	return db.QueryRow("select uid from logins where remember_token = ?", token)
}

// A guessable token is one as well.
func weakSession(db *sql.DB, uid int) error {
	token := big.NewInt(mrand.Int63()).String()
	_, err := db.Exec("INSERT INTO visits (uid, session_id) VALUES (?, ?)", uid, token) // want tokenatrest:"session token is stored in column \"session_id\""
	return err
}

func visit(db *sql.DB, id string) *sql.Row {
	return db.QueryRow("SELECT uid FROM visits WHERE session_id = ?", id)
}

// The ID is all that a session is recognised by.
func open(db *sql.DB, uid int) error {
	const statement = "INSERT INTO web_sessions (id, uid) VALUES (?, ?)"
	_, err := db.Exec(statement, rand.Text(), uid) // want tokenatrest:"stored in column \"id\""
	return err
}
