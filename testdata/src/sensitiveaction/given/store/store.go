// Package store changes what it is told of an account: a list of changes, of
// which each may be missing.
package store

import (
	"context"

	"golang.org/x/crypto/bcrypt"
	"gorm.io/gorm"
)

// A User is an account.
type User struct {
	ID               int64
	Name, Email      string
	Password, Avatar string
}

// UserChanges are what is to be changed.
type UserChanges struct{ Email, Password, Avatar *string }

// Users keeps accounts.
type Users struct{ DB *gorm.DB }

// ByID finds one.
func (s *Users) ByID(ctx context.Context, id int64) (*User, error) {
	u := new(User)
	return u, s.DB.WithContext(ctx).First(u, id).Error
}

// Update changes an account.
func (s *Users) Update(ctx context.Context, id int64, changes UserChanges) error {
	columns := map[string]any{}
	if changes.Email != nil {
		columns["email"] = *changes.Email
	}
	if changes.Password != nil {
		hash, err := bcrypt.GenerateFromPassword([]byte(*changes.Password), bcrypt.DefaultCost)
		if err != nil {
			return err
		}
		columns["password"] = hash
	}
	if changes.Avatar != nil {
		columns["avatar"] = *changes.Avatar
	}
	return s.DB.WithContext(ctx).Model(&User{}).Where("id = ?", id).Updates(columns).Error
}

// SetAvatar changes nothing else.
func (s *Users) SetAvatar(ctx context.Context, u *User, file string) error {
	return s.Update(ctx, u.ID, UserChanges{Avatar: &file})
}
