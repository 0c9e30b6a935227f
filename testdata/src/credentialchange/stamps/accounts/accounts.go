// Package accounts keeps accounts, and what makes the tokens of each invalid.
package accounts

import (
	"crypto/rand"
	"database/sql"

	"golang.org/x/crypto/bcrypt"
	"gorm.io/gorm"
)

// An Account is somebody who logs in.
type Account struct {
	ID            int64
	PasswordHash  []byte
	TokenVersion  int
	SecurityStamp string
	Revision      int // of the record, for those who write it at the same time
}

// A Store keeps them.
type Store struct {
	DB  *gorm.DB
	SQL *sql.DB
}

// SetPassword replaces the password, and nothing else.
func (s *Store) SetPassword(a *Account, password string) (err error) {
	if a.PasswordHash, err = bcrypt.GenerateFromPassword([]byte(password), bcrypt.DefaultCost); err != nil {
		return err
	}
	a.Revision++
	return s.DB.Save(a).Error
}

// RaiseVersion makes all tokens of an account invalid.
func (s *Store) RaiseVersion(a *Account) error {
	return s.DB.Model(a).Update("token_version", gorm.Expr("token_version + 1")).Error
}

// Restamp does so with another mark.
func (s *Store) Restamp(a *Account) error {
	a.SecurityStamp = rand.Text()
	return s.DB.Save(a).Error
}
