// Package web makes session stores with keys that are configured elsewhere.
package web

import (
	"errors"

	"github.com/gorilla/sessions"
	"github.com/spf13/viper"
)

// Store returns the store of the sessions.
func Store() *sessions.CookieStore {
	return sessions.NewCookieStore([]byte(viper.GetString("session.key")))
}

// Checked refuses keys that are short.
func Checked() (*sessions.CookieStore, error) {
	key := viper.GetString("checked.key")
	if len(key) < 32 {
		return nil, errors.New("checked.key is short")
	}
	return sessions.NewCookieStore([]byte(key)), nil
}
