package fixes

import (
	"log"
	"math/rand"
	"strconv"
)

var made int

// The caller chooses the length, which rand.Text does not.
func newAPIToken(n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = alphabet[rand.Intn(len(alphabet))] // want tokenrand:"newAPIToken from .*rand.Intn.? is predictable"
	}
	return string(b)
}

// It does more than make a text.
func newRefreshToken() string {
	made++
	log.Print("made")
	return strconv.Itoa(rand.Int()) // want tokenrand:"newRefreshToken from .*rand.Int.? is predictable"
}
