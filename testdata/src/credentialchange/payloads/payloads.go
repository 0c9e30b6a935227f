// Package payloads implements services of goa and connect: their methods are given
// no request, but what was in it.
package payloads

import (
	"context"
	"database/sql"

	"golang.org/x/crypto/bcrypt"
)

// A PasswordPayload is what a client sends.
type PasswordPayload struct{ Name, Old, New string }

// A PasswordRequest is the same.
type PasswordRequest struct{ Name, Old, New string }

// A PasswordResponse is the answer.
type PasswordResponse struct{}

// A Service keeps accounts.
type Service struct{ db *sql.DB }

func (s *Service) set(ctx context.Context, name, password string) error {
	hash, err := bcrypt.GenerateFromPassword([]byte(password), bcrypt.DefaultCost)
	if err != nil {
		return err
	}
	_, err = s.db.ExecContext(ctx, `UPDATE users SET hash = ? WHERE name = ?`, hash, name)
	return err
}

func (s *Service) end(ctx context.Context, name string) error {
	_, err := s.db.ExecContext(ctx, `DELETE FROM sessions WHERE user_name = ?`, name)
	return err
}

// ChangePassword leaves the sessions.
func (s *Service) ChangePassword(ctx context.Context, p *PasswordPayload) error {
	return s.set(ctx, p.Name, p.New) // want credentialchange:"alive"
}

// ReplacePassword ends them.
func (s *Service) ReplacePassword(ctx context.Context, p *PasswordPayload) error {
	if err := s.set(ctx, p.Name, p.New); err != nil {
		return err
	}
	return s.end(ctx, p.Name)
}

// UpdatePassword leaves the sessions, and answers.
func (s *Service) UpdatePassword(ctx context.Context, r *PasswordRequest) (*PasswordResponse, error) {
	return &PasswordResponse{}, s.set(ctx, r.Name, r.New) // want credentialchange:"alive"
}

// Store is no entry point: what it is given is no payload.
func (s *Service) Store(ctx context.Context, p *PasswordRequest) error {
	return s.set(ctx, p.Name, p.New)
}
