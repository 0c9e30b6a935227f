// Package store keeps sessions in more than one way.
package store

import (
	"context"
	"database/sql"
)

// Sessions are what a store of sessions can do.
type Sessions interface {
	Delete(ctx context.Context, id string) error
}

// Logins is another one.
type Logins interface {
	End(ctx context.Context, id string) error
}

// Table keeps sessions in a table.
type Table struct{ DB *sql.DB }

// Delete ends a session.
func (s *Table) Delete(ctx context.Context, id string) error {
	_, err := s.DB.ExecContext(ctx, "DELETE FROM sessions WHERE id = ?", id)
	return err
}

// End ends a session.
func (s *Table) End(ctx context.Context, id string) error {
	_, err := s.DB.ExecContext(ctx, "DELETE FROM sessions WHERE id = ?", id)
	return err
}

// A mockTable is for tests.
type mockTable struct{}

func (mockTable) Delete(context.Context, string) error { return nil }

type userKey struct{}

// Careful ends sessions of the one who is logged in.
type Careful struct{ DB *sql.DB }

// End ends a session of the user.
func (s *Careful) End(ctx context.Context, id string) error {
	user, _ := ctx.Value(userKey{}).(int64)
	_, err := s.DB.ExecContext(ctx, "DELETE FROM sessions WHERE id = ? AND user_id = ?", id, user)
	return err
}
