// Package wrapped stores tokens through helpers of all kinds.
package wrapped

import (
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
)

func byToken(db *sql.DB, token string) *sql.Row {
	return db.QueryRow("SELECT uid FROM sessions WHERE token = ?", token)
}

func newToken() string { return rand.Text() }

func helper(db *sql.DB) error {
	_, err := db.Exec("INSERT INTO sessions (token) VALUES (?)", newToken()) // want tokenatrest:"stored in column \"token\""
	return err
}

// Store is called with a token below.
func Store(db *sql.DB, token string) error {
	_, err := db.Exec("INSERT INTO sessions (token) VALUES (?)", token) // want tokenatrest:"stored in column \"token\""
	return err
}

func caller(db *sql.DB) error { return Store(db, rand.Text()) }

// storeHash is only called with hashes.
func storeHash(db *sql.DB, token string) error {
	_, err := db.Exec("INSERT INTO sessions (token) VALUES (?)", token)
	return err
}

func hash(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

func hashedCaller(db *sql.DB) error { return storeHash(db, hash(rand.Text())) }

func closure(db *sql.DB) error {
	token := rand.Text()
	save := func() error {
		_, err := db.Exec("INSERT INTO sessions (token) VALUES (?)", token) // want tokenatrest:"stored in column \"token\""
		return err
	}
	return save()
}

func same[T any](v T) T { return v }

func generic(db *sql.DB) error {
	_, err := db.Exec("INSERT INTO sessions (token) VALUES (?)", same(rand.Text())) // want tokenatrest:"stored in column \"token\""
	return err
}

type record struct{ token, tokenHash string }

func field(db *sql.DB) error {
	r := record{token: rand.Text()}
	r.tokenHash = hash(r.token)
	if _, err := db.Exec("INSERT INTO sessions (token) VALUES (?)", r.tokenHash); err != nil { // a hash
		return err
	}
	_, err := db.Exec("INSERT INTO sessions (token) VALUES (?)", r.token) // want tokenatrest:"stored in column \"token\""
	return err
}

// A wrapper with another name than the database's.
type trx struct{ tx *sql.Tx }

func (t *trx) run(statement string, args ...any) error {
	_, err := t.tx.Exec(statement, args...)
	return err
}

func ownWrapper(t *trx) error {
	return t.run("INSERT INTO sessions (token, uid) VALUES (?, ?)", rand.Text(), 1) // want tokenatrest:"stored in column \"token\""
}

// An interface in between: the tags of the record say that it is stored.
type account struct {
	Name   string
	APIKey string `gorm:"uniqueIndex"`
	Hint   string `gorm:"-"`
}

type accounts interface{ Create(*account) error }

func throughInterface(db accounts) error {
	a := &account{Name: "a", APIKey: rand.Text()} // want tokenatrest:"API token is stored in column \"APIKey\""
	return db.Create(a)
}

func throughInterfaceHashed(db accounts) error {
	a := &account{Name: "a", APIKey: hash(rand.Text())}
	return db.Create(a)
}

// What is set after the record was stored is for the answer.
func shown(db accounts) (*account, error) {
	token := rand.Text()
	a := &account{APIKey: hash(token)}
	if err := db.Create(a); err != nil {
		return nil, err
	}
	a.APIKey = token
	return a, nil
}

// keep stores what it is given: each caller is judged by what it writes.
func keep(db *sql.DB, token string) error {
	_, err := db.Exec("INSERT INTO sessions (token) VALUES (?)", token)
	return err
}

func keepsHash(db *sql.DB) error { return keep(db, hash(rand.Text())) }

func keepsToken(db *sql.DB) error { return keep(db, rand.Text()) } // want tokenatrest:"stored in column \"token\""

// What keepsEither writes depends on a switch.
func keepsEither(db *sql.DB, plain bool) error {
	token := rand.Text()
	if !plain {
		token = hash(token)
	}
	return keep(db, token)
}
