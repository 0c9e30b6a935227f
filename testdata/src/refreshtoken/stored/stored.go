// Package stored refreshes tokens that a database knows, or may know.
package stored

import (
	"context"
	"database/sql"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

var (
	secret []byte
	db     *sql.DB
)

func verify(raw string) (*jwt.RegisteredClaims, error) {
	c := &jwt.RegisteredClaims{}
	_, err := jwt.ParseWithClaims(raw, c, func(*jwt.Token) (any, error) { return secret, nil }, jwt.WithValidMethods([]string{"HS256"}), jwt.WithExpirationRequired())
	return c, err
}

func sign(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{
		Subject: user, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour)),
	}).SignedString(secret)
}

// The old token is taken away.
func refresh(ctx context.Context, raw string) (string, error) {
	c, err := verify(raw)
	if err != nil {
		return "", err
	}
	var user string
	if err := db.QueryRowContext(ctx, "DELETE FROM refresh_tokens WHERE id = $1 RETURNING user_id", c.ID).Scan(&user); err != nil {
		return "", err
	}
	return sign(user)
}

// The old token is known.
func refreshKnown(ctx context.Context, raw string) (string, error) {
	c, err := verify(raw)
	if err != nil {
		return "", err
	}
	var user string
	if err := db.QueryRowContext(ctx, "SELECT user_id FROM refresh_tokens WHERE id = $1", c.ID).Scan(&user); err != nil {
		return "", err
	}
	return sign(user)
}

// The database knows the user: of the token it may know nothing.
func refreshUser(ctx context.Context, raw string) (string, error) {
	c, err := verify(raw)
	if err != nil {
		return "", err
	}
	var user string
	if err := db.QueryRowContext(ctx, "SELECT id FROM users WHERE id = $1", c.Subject).Scan(&user); err != nil {
		return "", err
	}
	return sign(user)
}
