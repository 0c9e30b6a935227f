// Package limits holds what the rule does not decide.
package limits

import (
	"flag"

	"github.com/golang-jwt/jwt/v5"

	"sessionlint.test/src/tokenkey/crosspkg/lib"
)

var secret = flag.String("secret", "", "key of tokens")

func configured(token *jwt.Token) (string, error) { return token.SignedString([]byte(*secret)) }

// A variable of another package may have been replaced.
func foreign(token *jwt.Token) (string, error) { return token.SignedString(lib.DefaultKey) }
