// Package limits pins what is not seen.
package limits

import (
	"crypto/rand"
	"database/sql"
	"fmt"
)

func byToken(db *sql.DB, token string) *sql.Row {
	return db.QueryRow("SELECT uid FROM sessions WHERE token = ?", token)
}

// A statement that is put together names its columns at run time.
func built(db *sql.DB, table string) error {
	_, err := db.Exec(fmt.Sprintf("INSERT INTO %s (token) VALUES (?)", table), rand.Text()) // not seen: not a constant
	return err
}

// A prepared statement is far from its text.
func prepared(db *sql.DB) error {
	stmt, err := db.Prepare("INSERT INTO sessions (token) VALUES (?)")
	if err != nil {
		return err
	}
	_, err = stmt.Exec(rand.Text()) // not seen: the text belongs to stmt
	return err
}

// Control: the same statement, run at once.
func control(db *sql.DB) error {
	_, err := db.Exec("INSERT INTO sessions (token) VALUES (?)", rand.Text()) // want tokenatrest:"stored in column \"token\""
	return err
}
