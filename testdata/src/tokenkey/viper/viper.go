// Package viper takes keys from settings.
package viper

import (
	"github.com/golang-jwt/jwt/v5"
	"github.com/gorilla/securecookie"
	"github.com/spf13/viper"
)

func defaults(v *viper.Viper) {
	viper.SetDefault("auth_jwt_secret", "what everybody has")      // want tokenkey:"signing key is written in the code"
	v.SetDefault("cookie.key", "another thing that everybody has") // want tokenkey:"key of securecookie.New is written in the code"
	viper.SetDefault("refused_secret", "change me")
	viper.SetDefault("empty_secret", "")
	viper.SetDefault("used_elsewhere_secret", "may be refused there")
	viper.SetDefault("port", "3000")
}

func sign(token *jwt.Token) (string, error) {
	return token.SignedString([]byte(viper.GetString("auth_jwt_secret")))
}

func cookies(v *viper.Viper) *securecookie.SecureCookie {
	return securecookie.New([]byte(v.GetString("cookie.key")), nil)
}

// The default is a mark that is refused.
func signRefused(token *jwt.Token) (string, error) {
	secret := viper.GetString("refused_secret")
	if secret == "change me" {
		return "", jwt.ErrInvalidKey
	}
	return token.SignedString([]byte(secret))
}

// Who does not configure it finds out; and where it is set decides.
func signEmpty(token *jwt.Token) (string, error) {
	return token.SignedString([]byte(viper.GetString("empty_secret")))
}

func signElsewhere(token *jwt.Token) (string, error) {
	return token.SignedString([]byte(viper.GetString("set_elsewhere_secret")))
}
