package auth

import (
	"crypto/rand"
	"crypto/subtle"
	"fmt"
	"math/big"
	"sync"
)

// Codes are the second factor of the warehouse: numbers that a display beside
// the door shows, one for each user.
type Codes struct {
	mu     sync.Mutex
	byName map[string]string
}

// NewCodes returns a display without numbers.
func NewCodes() *Codes { return &Codes{byName: map[string]string{}} }

// Show makes the number of a user and returns it for the display.
func (c *Codes) Show(name string) (string, error) {
	n, err := rand.Int(rand.Reader, big.NewInt(1_000_000))
	if err != nil {
		return "", err
	}
	code := fmt.Sprintf("%06d", n)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.byName[name] = code
	return code, nil
}

// Verify reports whether a number is that of a user, and takes it away.
func (c *Codes) Verify(name, code string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	want, ok := c.byName[name]
	delete(c.byName, name)
	return ok && subtle.ConstantTimeCompare([]byte(want), []byte(code)) == 1
}
