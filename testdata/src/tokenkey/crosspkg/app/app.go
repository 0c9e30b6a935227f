// Package app gives keys to another package.
package app

import (
	"os"

	"github.com/golang-jwt/jwt/v5"

	"sessionlint.test/src/tokenkey/crosspkg/lib"
)

func argument(token *jwt.Token) (string, error) {
	return lib.Sign(token, []byte("given to another package")) // want tokenkey:"signing key is written in the code"
}

func result(token *jwt.Token) (string, error) {
	return token.SignedString([]byte(lib.Key())) // want tokenkey:"signing key is written in the code"
}

func field() *lib.Signer {
	return lib.New(lib.Config{Secret: "in a struct"}) // want tokenkey:"signing key is written in the code"
}

func good() *lib.Signer {
	key := os.Getenv("KEY")
	if len(key) < 32 {
		panic("KEY is too short")
	}
	return lib.New(lib.Config{Secret: key})
}
