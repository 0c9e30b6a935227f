// Package app leaves exp to the package that signs.
package app

import (
	"time"

	"sessionlint.test/src/tokenlifetime/signer/lib"
)

func limited(user string) (string, error) {
	c := &lib.Claims{User: user}
	return issue(c, time.Hour)
}

// A helper passes the claims on.
func issue(c *lib.Claims, d time.Duration) (string, error) { return lib.SignFor(c, d) }

func refused(user string) (string, error) {
	c := &lib.Claims{User: user}
	return lib.Sign(c)
}

func never(user string) (string, error) {
	c := &lib.Claims{User: user} // want tokenlifetime:"token never expires"
	return lib.Plain(c)
}
