// Package store keeps sessions.
package store

import (
	"context"
	"database/sql"
)

// A Store keeps sessions.
type Store struct{ DB *sql.DB }

// Delete ends a session.
func (s *Store) Delete(ctx context.Context, id string) error {
	_, err := s.DB.ExecContext(ctx, "DELETE FROM sessions WHERE id = ?", id)
	return err
}

// DeleteOf ends a session of a user.
func (s *Store) DeleteOf(ctx context.Context, id string, user int64) error {
	_, err := s.DB.ExecContext(ctx, "DELETE FROM sessions WHERE id = ? AND user_id = ?", id, user)
	return err
}
