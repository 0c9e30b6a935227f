// Package users keeps accounts, and guards requests.
package users

import (
	"context"
	"database/sql"
	"net/http"

	"github.com/golang-jwt/jwt/v5"
)

// A Store keeps accounts.
type Store struct {
	DB  *sql.DB
	Key []byte
}

// Disable disables an account.
func (s *Store) Disable(ctx context.Context, id string) error {
	_, err := s.DB.ExecContext(ctx, "UPDATE accounts SET is_active = false WHERE id = ?", id)
	return err
}

// DisableAndEnd disables an account and ends its sessions.
func (s *Store) DisableAndEnd(ctx context.Context, id string) error {
	if _, err := s.DB.ExecContext(ctx, "UPDATE accounts SET is_active = false WHERE id = ?", id); err != nil {
		return err
	}
	_, err := s.DB.ExecContext(ctx, "DELETE FROM sessions WHERE account_id = ?", id)
	return err
}

// Guard lets those through who have a token.
func (s *Store) Guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := jwt.Parse(r.Header.Get("Authorization"), func(*jwt.Token) (any, error) { return s.Key, nil }); err != nil {
			http.Error(w, "log in first", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// Close disables an account and everything that it has open, in a function whose
// name does not say so.
func (s *Store) Close(ctx context.Context, id string) error {
	if err := s.Disable(ctx, id); err != nil {
		return err
	}
	return s.tidy(ctx, id)
}

func (s *Store) tidy(ctx context.Context, id string) error {
	_, err := s.DB.ExecContext(ctx, "UPDATE accounts SET token_version = token_version + 1 WHERE id = ?", id)
	return err
}

// Tidy does the same for those who are not disabled.
func (s *Store) Tidy(ctx context.Context, id string) error { return s.tidy(ctx, id) }

// Flush writes what is buffered; no session ends by it.
func (s *Store) Flush(ctx context.Context, id string) error {
	_, err := s.DB.ExecContext(ctx, "INSERT INTO events (account_id) VALUES (?)", id)
	return err
}
