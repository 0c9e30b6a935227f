package auth

import (
	"crypto/rand"
	"crypto/sha256"
	"sync"
	"time"
)

// Logins remembers who is logged in. It stores hashes of the login IDs, so
// that nobody who reads it can use them.
type Logins struct {
	lifetime time.Duration // a login ends this long after it began
	idle     time.Duration // and this long after its last use

	mu   sync.Mutex
	byID map[[sha256.Size]byte]login
}

type login struct {
	user        string
	begun, used time.Time
}

// NewLogins returns an empty list with the given limits.
func NewLogins(lifetime, idle time.Duration) *Logins {
	return &Logins{lifetime: lifetime, idle: idle, byID: map[[sha256.Size]byte]login{}}
}

// Begin logs the user in and returns a fresh ID for it.
func (l *Logins) Begin(user string) string {
	id := rand.Text()
	now := time.Now()
	l.mu.Lock()
	defer l.mu.Unlock()
	l.byID[sha256.Sum256([]byte(id))] = login{user: user, begun: now, used: now}
	return id
}

// User returns the name of the user that the login belongs to, unless the
// login has ended or run out.
func (l *Logins) User(id string) (string, bool) {
	key := sha256.Sum256([]byte(id))
	now := time.Now()
	l.mu.Lock()
	defer l.mu.Unlock()
	entry, ok := l.byID[key]
	if !ok {
		return "", false
	}
	if now.Sub(entry.begun) > l.lifetime || now.Sub(entry.used) > l.idle {
		delete(l.byID, key)
		return "", false
	}
	entry.used = now
	l.byID[key] = entry
	return entry.user, true
}

// End ends one login.
func (l *Logins) End(id string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.byID, sha256.Sum256([]byte(id)))
}

// EndAll ends every login of the user.
func (l *Logins) EndAll(user string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for id, entry := range l.byID {
		if entry.user == user {
			delete(l.byID, id)
		}
	}
}
