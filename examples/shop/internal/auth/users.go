// Package auth knows the users of the shop and who of them is logged in.
package auth

import (
	"errors"
	"sync"

	"golang.org/x/crypto/bcrypt"
)

var (
	// ErrCredentials says that name and password do not belong together.
	ErrCredentials = errors.New("wrong name or password")
	// ErrTaken says that a user of this name exists.
	ErrTaken = errors.New("this name is taken")
	// ErrPassword says that a password is too short or too long to use.
	ErrPassword = errors.New("a password has 12 to 72 characters")
)

// A User is somebody with an account.
type User struct {
	Name  string
	Admin bool
	hash  []byte
}

// Users keeps the accounts in memory.
type Users struct {
	mu     sync.Mutex
	byName map[string]User
	// decoy is compared for unknown names, so that they take as long as known ones.
	decoy []byte
}

// NewUsers returns a shop without users.
func NewUsers() (*Users, error) {
	decoy, err := bcrypt.GenerateFromPassword([]byte("nobody has this password"), bcrypt.DefaultCost)
	if err != nil {
		return nil, err
	}
	return &Users{byName: map[string]User{}, decoy: decoy}, nil
}

// Register adds an account.
func (u *Users) Register(name, password string, admin bool) (User, error) {
	if name == "" {
		return User{}, ErrCredentials
	}
	hash, err := hashPassword(password)
	if err != nil {
		return User{}, err
	}
	u.mu.Lock()
	defer u.mu.Unlock()
	if _, taken := u.byName[name]; taken {
		return User{}, ErrTaken
	}
	user := User{Name: name, Admin: admin, hash: hash}
	u.byName[name] = user
	return user, nil
}

// Check returns the user whose name and password are given.
func (u *Users) Check(name, password string) (User, error) {
	user, known := u.Get(name)
	hash := user.hash
	if !known {
		hash = u.decoy
	}
	if err := bcrypt.CompareHashAndPassword(hash, []byte(password)); err != nil || !known {
		return User{}, ErrCredentials
	}
	return user, nil
}

// Get returns the user of that name.
func (u *Users) Get(name string) (User, bool) {
	u.mu.Lock()
	defer u.mu.Unlock()
	user, ok := u.byName[name]
	return user, ok
}

// SetPassword gives an existing user a new password.
func (u *Users) SetPassword(name, password string) error {
	hash, err := hashPassword(password)
	if err != nil {
		return err
	}
	u.mu.Lock()
	defer u.mu.Unlock()
	user, ok := u.byName[name]
	if !ok {
		return ErrCredentials
	}
	user.hash = hash
	u.byName[name] = user
	return nil
}

func hashPassword(password string) ([]byte, error) {
	if len(password) < 12 || len(password) > 72 {
		return nil, ErrPassword
	}
	return bcrypt.GenerateFromPassword([]byte(password), bcrypt.DefaultCost)
}
