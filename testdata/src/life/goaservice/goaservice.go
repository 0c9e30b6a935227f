// Package goaservice keeps the tokens of a goa service in a table.
package goaservice

import (
	"context"
	"crypto/rand"
	"database/sql"

	goa "goa.design/goa/v3/pkg"
	"goa.design/goa/v3/security"
	"golang.org/x/crypto/bcrypt"

	"sessionlint.test/src/life/goaservice/accounts"
)

type service struct{ db *sql.DB }

type userKey struct{}

func endpoints(db *sql.DB) *accounts.Endpoints { return accounts.NewEndpoints(&service{db}) }

// APIKeyAuth is the guard.
func (s *service) APIKeyAuth(ctx context.Context, key string, _ *security.APIKeyScheme) (context.Context, error) {
	var userID int64
	if err := s.db.QueryRowContext(ctx, `SELECT user_id FROM sessions WHERE token = ?`, key).Scan(&userID); err != nil {
		return ctx, goa.PermanentError("unauthorized", "log in first")
	}
	return context.WithValue(ctx, userKey{}, userID), nil
}

func currentUserID(ctx context.Context) int64 {
	id, _ := ctx.Value(userKey{}).(int64)
	return id
}

// Login begins a session.
func (s *service) Login(ctx context.Context, p *accounts.Credentials) (*accounts.Ticket, error) {
	var id int64
	var hash []byte
	err := s.db.QueryRowContext(ctx, `SELECT id, hash FROM users WHERE name = ?`, p.Name).Scan(&id, &hash)
	if err != nil || bcrypt.CompareHashAndPassword(hash, []byte(p.Password)) != nil {
		return nil, goa.PermanentError("unauthorized", "login failed")
	}
	token := rand.Text()
	if _, err := s.db.ExecContext(ctx, `INSERT INTO sessions (token, user_id) VALUES (?, ?)`, token, id); err != nil {
		return nil, err
	}
	return &accounts.Ticket{Token: token}, nil
}

// Logout ends it.
func (s *service) Logout(ctx context.Context, p *accounts.Ticket) error {
	_, err := s.db.ExecContext(ctx, `DELETE FROM sessions WHERE token = ?`, p.Token)
	return err
}

// Password asks for the old one.
func (s *service) Password(ctx context.Context, p *accounts.Passwords) error {
	id := currentUserID(ctx)
	var hash []byte
	if err := s.db.QueryRowContext(ctx, `SELECT hash FROM users WHERE id = ?`, id).Scan(&hash); err != nil {
		return err
	}
	// cut 3: sensitiveaction:"without asking for the current one"
	if bcrypt.CompareHashAndPassword(hash, []byte(p.Current)) != nil {
		return goa.PermanentError("forbidden", "wrong password")
	}
	fresh, err := bcrypt.GenerateFromPassword([]byte(p.Next), bcrypt.DefaultCost)
	if err != nil {
		return err
	}
	if _, err := s.db.ExecContext(ctx, `UPDATE users SET hash = ? WHERE id = ?`, fresh, id); err != nil {
		return err
	}
	// cut 3: credentialchange:"sessions of the account alive"
	if _, err := s.db.ExecContext(ctx, `DELETE FROM sessions WHERE user_id = ?`, id); err != nil {
		return err
	}
	return nil
}
