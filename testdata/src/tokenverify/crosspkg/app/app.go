// Package app believes, or does not believe, what a helper reads.
package app

import (
	"net/http"

	"sessionlint.test/src/tokenverify/crosspkg/lib"
)

func bad(r *http.Request) (string, error) {
	c, err := lib.Peek(r.Header.Get("Authorization")) // want tokenverify:"that nothing has verified"
	if err != nil {
		return "", err
	}
	return c.User, nil
}

// Peek, then verify.
func good(r *http.Request, audit func(string)) (string, error) {
	raw := r.Header.Get("Authorization")
	if c, err := lib.Peek(raw); err == nil {
		audit(c.User)
	}
	c, err := lib.Verify(raw)
	if err != nil {
		return "", err
	}
	return c.User, nil
}
