// Package auth signs with keys whose defaults another package knows.
package auth

import (
	"crypto/rand"

	"github.com/golang-jwt/jwt/v5"
	"github.com/spf13/viper"

	"sessionlint.test/src/tokenkey/defaults/config"
)

// Load reads the configuration.
func Load() error { return config.Load() }

// Sign signs with what everybody has, unless somebody configures it.
func Sign(token *jwt.Token) (string, error) {
	return token.SignedString([]byte(viper.GetString("Token.Secret"))) // want tokenkey:"signing key is written in the code, as the default of setting \"Token.Secret\""
}

// SignRefused: the package that gives the default refuses it.
func SignRefused(token *jwt.Token) (string, error) {
	return token.SignedString([]byte(viper.GetString("refused.secret")))
}

// SignTested: the default is a mark, and means a key that nobody knows.
func SignTested(token *jwt.Token) (string, error) {
	secret := viper.GetString("tested.secret")
	if secret == "random" {
		secret = rand.Text() + rand.Text()
	}
	return token.SignedString([]byte(secret))
}

// SignEmpty: who does not configure it finds out.
func SignEmpty(token *jwt.Token) (string, error) {
	return token.SignedString([]byte(viper.GetString("empty.secret")))
}
