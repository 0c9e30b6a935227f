// Package lib stores what it is given.
package lib

import (
	"crypto/rand"
	"crypto/sha256"
	"database/sql"

	"sessionlint.test/src/tokenatrest/crosspkg/model"
)

// DB is a database.
type DB struct{ db *sql.DB }

// Save stores a token.
func (d *DB) Save(token string, uid int) error {
	_, err := d.db.Exec("INSERT INTO sessions (token, uid) VALUES (?, ?)", token, uid)
	return err
}

// SaveHashed stores a hash.
func (d *DB) SaveHashed(token string) error {
	sum := sha256.Sum256([]byte(token))
	_, err := d.db.Exec("INSERT INTO sessions (token) VALUES (?)", sum[:])
	return err
}

// Put stores a record.
func (d *DB) Put(c *model.Client) error {
	_, err := d.db.Exec("INSERT INTO clients (id, token) VALUES (?, ?)", c.ID, c.Token)
	return err
}

// ByToken finds the user of a session.
func (d *DB) ByToken(token string) (uid int, err error) {
	err = d.db.QueryRow("SELECT uid FROM sessions WHERE token = ?", token).Scan(&uid)
	return uid, err
}

// NewToken makes a token.
func NewToken() string { return rand.Text() }
