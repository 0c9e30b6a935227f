package basic

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"sync"
)

func saveHash(db *sql.DB, uid int64) (string, error) {
	token := rand.Text()
	sum := sha256.Sum256([]byte(token))
	_, err := db.Exec(`INSERT INTO sessions (token, user_id) VALUES ($1, $2)`, sum[:], uid)
	return token, err
}

func saveMac(db *sql.DB, key []byte) error {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(rand.Text()))
	_, err := db.Exec(`INSERT INTO sessions (token) VALUES ($1)`, mac.Sum(nil))
	return err
}

// A switch decides whether a hash is stored.
func maybeHashed(db *sql.DB, uid int64, plain bool) error {
	token := rand.Text()
	if !plain {
		sum := sha256.Sum256([]byte(token))
		token = string(sum[:])
	}
	_, err := db.Exec(`INSERT INTO sessions (token, user_id) VALUES ($1, $2)`, token, uid)
	return err
}

// The database hashes.
func hashedThere(db *sql.DB) error {
	_, err := db.Exec(`INSERT INTO sessions (token) VALUES (sha256($1))`, []byte(rand.Text()))
	return err
}

// What is only a name in a database, or no credential.
func others(db *sql.DB) {
	db.Exec("INSERT INTO sessions (id, token_hash) VALUES (?, ?)", rand.Text(), "")
	db.Exec("INSERT INTO orders (id, number) VALUES (?, ?)", rand.Text(), rand.Text())
	db.Exec("INSERT INTO forms (csrf_token) VALUES (?)", rand.Text())
	db.Exec("INSERT INTO devices (push_token) VALUES (?)", rand.Text())
	db.Exec("UPDATE users SET salt = ? WHERE api_key = ?", rand.Text(), "")
}

// In memory.
type store struct {
	mu     sync.Mutex
	tokens map[string]int64
}

func (s *store) save(uid int64) string {
	token := rand.Text()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.tokens[token] = uid
	return token
}

// A token of somebody else, that has to be sent there.
func provider(db *sql.DB, token string) error {
	_, err := db.Exec("UPDATE accounts SET provider_token = ? WHERE id = 1", token)
	return err
}

// Nothing is ever looked up by it: what it is for, nobody knows.
func unsought(db *sql.DB) error {
	_, err := db.Exec("INSERT INTO agents (agent_token) VALUES (?)", rand.Text())
	return err
}
