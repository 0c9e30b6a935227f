// Package joined looks tokens up by conditions that are put together.
package joined

import (
	"crypto/rand"
	"database/sql"
	"fmt"
)

func byToken(db *sql.DB, token string) *sql.Row {
	return db.QueryRow("SELECT uid FROM sessions WHERE token = '" + token + "'")
}

func byKey(db *sql.DB, key string) *sql.Row {
	return db.QueryRow(fmt.Sprintf("SELECT uid FROM users WHERE active = 1 AND api_key = '%s' LIMIT 1", key))
}

func newSession(db *sql.DB) error {
	_, err := db.Exec("INSERT INTO sessions (token) VALUES (?)", rand.Text()) // want tokenatrest:"stored in column \"token\""
	return err
}

func newKey(db *sql.DB) error {
	_, err := db.Exec("UPDATE users SET api_key = ?", rand.Text()) // want tokenatrest:"stored in column \"api_key\""
	return err
}

// Written by a text that is put together, but nothing is looked up by it.
func remembered(db *sql.DB, token string) error {
	_, err := db.Exec("UPDATE users SET remember_token = '" + token + "' WHERE id = 1")
	return err
}

func newRemembered(db *sql.DB) error {
	_, err := db.Exec("UPDATE users SET remember_token = ?", rand.Text())
	return err
}

// Of a name in lower case.
func bySession(db *sql.DB, id string) *sql.Row {
	return db.QueryRow("SELECT uid FROM staffsessions WHERE staffsessionid = ?", id)
}

func newAdmin(db *sql.DB) error {
	_, err := db.Exec("INSERT INTO staffsessions (staffsessionid) VALUES (?)", rand.Text()) // want tokenatrest:"stored in column \"staffsessionid\""
	return err
}
