// Package pkgz uses go-pkgz/auth, which makes and verifies tokens by itself.
package pkgz

import (
	"time"

	"github.com/go-pkgz/auth/v2/token"
)

//way:inline
func short() *token.Service {
	return token.NewService(token.Opts{TokenDuration: 5 * time.Minute, CookieDuration: 24 * time.Hour})
}

//way:inline
func long() *token.Service {
	return token.NewService(token.Opts{
		TokenDuration:  5 * time.Minute,
		CookieDuration: 90 * 24 * time.Hour, // want tokenlifetime:"lives 90 days"
	})
}
