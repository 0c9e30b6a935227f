// Package viper takes keys from settings.
package viper

import (
	"github.com/golang-jwt/jwt/v5"
	"github.com/spf13/viper"
)

func defaults(v *viper.Viper) {
	viper.SetDefault("auth_jwt_secret", "change me")       // want tokenkey:"default of setting \"auth_jwt_secret\" is written in the code"
	v.SetDefault("session.signing-key", "also a constant") // want tokenkey:"default of setting \"session.signing-key\""
	viper.SetDefault("auth_jwt_secret", "")                // empty: who does not configure it finds out
	viper.SetDefault("auth_jwt_secret_file", "/run/secrets/jwt")
	viper.SetDefault("auth_token_length", 8)
	viper.SetDefault("port", "3000")
}

// Where it is set decides.
func sign(token *jwt.Token) (string, error) {
	return token.SignedString([]byte(viper.GetString("auth_jwt_secret")))
}
