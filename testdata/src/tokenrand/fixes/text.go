package fixes

import (
	"fmt"
	"math/rand"
	"strings"
	"time"
)

const alphabet = "abcdefghijklmnopqrstuvwxyz0123456789"

// A text of fixed length: rand.Text does it.
func newSessionID() string {
	var out strings.Builder
	for range 32 {
		out.WriteByte(alphabet[rand.Intn(len(alphabet))]) // want tokenrand:"newSessionID from .*rand.Intn.? is predictable"
	}
	return out.String()
}

func newResetToken() string {
	return fmt.Sprintf("%x", time.Now().UnixNano()) // want tokenrand:"newResetToken from time.* is predictable"
}
