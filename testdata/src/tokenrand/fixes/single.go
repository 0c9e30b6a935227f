package fixes

import mrand "math/rand"

func newCSRFToken() string {
	b := make([]byte, 32)
	for i := range b {
		b[i] = alphabet[mrand.Intn(len(alphabet))] // want tokenrand:"newCSRFToken from .*rand.Intn.? is predictable"
	}
	return string(b)
}
