// Package elsewhere has keys for others.
package elsewhere

import (
	"crypto"

	"github.com/o1egl/paseto"
)

var (
	key    []byte
	public map[paseto.Version]crypto.PublicKey
)

// Key is the key of the program.
func Key() []byte { return key }

// Public are its public keys.
func Public() map[paseto.Version]crypto.PublicKey { return public }
