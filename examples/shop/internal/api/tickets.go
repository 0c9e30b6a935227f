package api

import (
	"crypto/rand"
	"crypto/sha256"
	"sync"
	"time"
)

// A ticket is what the shop knows about a refresh token.
type ticket struct {
	user string
	ends time.Time
}

// tickets keeps refresh tokens by their hash. Each is good for one use.
type tickets struct {
	mu     sync.Mutex
	byHash map[[32]byte]ticket
}

func newTickets() *tickets { return &tickets{byHash: map[[32]byte]ticket{}} }

func (t *tickets) issue(user string, ends time.Time) string {
	token := rand.Text()
	t.mu.Lock()
	defer t.mu.Unlock()
	t.byHash[sha256.Sum256([]byte(token))] = ticket{user, ends}
	return token
}

func (t *tickets) consume(token string) (ticket, error) {
	hash := sha256.Sum256([]byte(token))
	t.mu.Lock()
	defer t.mu.Unlock()
	found, ok := t.byHash[hash]
	delete(t.byHash, hash)
	if !ok || time.Now().After(found.ends) {
		return ticket{}, errLogin
	}
	return found, nil
}
