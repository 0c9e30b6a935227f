package fixes

import (
	"math/rand"
	"strconv"
)

// math/rand stays: jitter needs no secret.
func newInvitationToken() string {
	return strconv.Itoa(rand.Int()) // want tokenrand:"newInvitationToken from .*rand.Int.? is predictable"
}

func jitter() int { return rand.Intn(100) }
