// Package ways stores tokens in the ways that wrapped leaves out.
package ways

import (
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
)

func byToken(db *sql.DB, token string) *sql.Row {
	return db.QueryRow("SELECT uid FROM sessions WHERE token = ?", token)
}

func hash(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

// interface with one implementation that makes tokens
type maker interface{ token() string }

type random struct{}

func (random) token() string { return rand.Text() }

func interfaceToken(db *sql.DB, m maker) error {
	_, err := db.Exec("INSERT INTO sessions (token) VALUES (?)", m.token()) // want tokenatrest:"stored in column \"token\""
	return err
}

func interfaceHash(db *sql.DB, m maker) error {
	_, err := db.Exec("INSERT INTO sessions (token) VALUES (?)", hash(m.token()))
	return err
}

// interface with one implementation that stores them
type repository interface{ save(token string) error }

type table struct{ db *sql.DB }

func (t table) save(token string) error {
	_, err := t.db.Exec("INSERT INTO sessions (token) VALUES (?)", token) // want tokenatrest:"stored in column \"token\""
	return err
}

func interfaceSave(to repository) error { return to.save(rand.Text()) }

type hashes interface{ keep(token string) error }

type hashTable struct{ db *sql.DB }

func (t hashTable) keep(token string) error {
	_, err := t.db.Exec("INSERT INTO sessions (token) VALUES (?)", hash(token))
	return err
}

func interfaceKeep(to hashes) error { return to.keep(rand.Text()) }

// a function that hashes its parameter
func keepHash(db *sql.DB, token string) error {
	_, err := db.Exec("INSERT INTO sessions (token) VALUES (?)", hash(token))
	return err
}

func helperHash(db *sql.DB) error { return keepHash(db, rand.Text()) }

// closure
func closureHash(db *sql.DB) error {
	token := hash(rand.Text())
	save := func() error {
		_, err := db.Exec("INSERT INTO sessions (token) VALUES (?)", token)
		return err
	}
	return save()
}

// generic
func same[T any](v T) T { return v }

func genericHash(db *sql.DB) error {
	_, err := db.Exec("INSERT INTO sessions (token) VALUES (?)", same(hash(rand.Text())))
	return err
}
