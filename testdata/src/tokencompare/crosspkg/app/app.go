// Package app compares what another package reads.
package app

import (
	"crypto/subtle"
	"net/http"

	"sessionlint.test/src/tokencompare/crosspkg/lib"
)

func bad(r *http.Request) bool {
	return lib.Bearer(r) == lib.MasterSecret() // want tokencompare:`secret "MasterSecret"`
}

func good(r *http.Request) bool {
	return subtle.ConstantTimeCompare([]byte(lib.Bearer(r)), []byte(lib.MasterSecret())) == 1
}
