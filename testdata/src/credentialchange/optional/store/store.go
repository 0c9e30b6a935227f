// Package store writes a password only if an account comes with one.
package store

import (
	"database/sql"

	"golang.org/x/crypto/bcrypt"
)

// A User is an account.
type User struct {
	ID             int
	Name, Password string
}

// Store keeps accounts.
type Store struct{ DB *sql.DB }

// UpdateUser writes an account.
func (s *Store) UpdateUser(u *User) error {
	if u.Password != "" {
		hash, err := bcrypt.GenerateFromPassword([]byte(u.Password), bcrypt.DefaultCost)
		if err != nil {
			return err
		}
		_, err = s.DB.Exec(`UPDATE users SET name = ?, password = ? WHERE id = ?`, u.Name, hash, u.ID)
		return err
	}
	_, err := s.DB.Exec(`UPDATE users SET name = ? WHERE id = ?`, u.Name, u.ID)
	return err
}

// FindUser returns the account of somebody.
func (s *Store) FindUser(name string) (*User, error) {
	u := new(User)
	return u, s.DB.QueryRow(`SELECT name, password FROM users WHERE name = ?`, name).Scan(&u.Name, &u.Password)
}
