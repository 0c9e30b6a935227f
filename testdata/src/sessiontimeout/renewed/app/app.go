// Package app exchanges refresh tokens.
package app

import (
	"context"
	"crypto/rand"
	"database/sql"
	"time"

	"sessionlint.test/src/sessiontimeout/renewed/tokens"
)

type User struct {
	ID, Role  string
	LastLogin time.Time
}

type API struct {
	db     *sql.DB
	tokens *tokens.Service
	users  map[string]*User
	max    time.Duration
}

type record struct {
	ID, User  string
	CreatedAt time.Time
}

// The records are made anew, with a beginning of their own.
func (a *API) Refresh(ctx context.Context, raw string) (access, refresh string, err error) {
	claims, err := a.tokens.ParseRefresh(raw)
	if err != nil {
		return "", "", err
	}
	if _, err := a.db.ExecContext(ctx, "DELETE FROM refresh_tokens WHERE id = ?", claims.ID); err != nil {
		return "", "", err
	}
	id := rand.Text()
	if refresh, err = a.tokens.IssueRefresh(claims.Subject, id); err != nil { // want sessiontimeout:"session lasts as long as it is renewed"
		return "", "", err
	}
	if err := a.keep(ctx, record{ID: id, User: claims.Subject, CreatedAt: time.Now()}); err != nil {
		return "", "", err
	}
	access, err = a.tokens.IssueAccess(claims.Subject, "user")
	return access, refresh, err
}

func (a *API) keep(ctx context.Context, r record) error {
	_, err := a.db.ExecContext(ctx, "INSERT INTO refresh_tokens VALUES (?, ?, ?)", r.ID, r.User, r.CreatedAt)
	return err
}

// check returns the user, and the ID of the old token.
func (a *API) check(ctx context.Context, raw string) (*User, string, error) {
	claims, err := a.tokens.ParseRefresh(raw)
	if err != nil {
		return nil, "", err
	}
	return a.users[claims.Subject], claims.ID, nil
}

// By a helper, which loads the user.
func (a *API) RefreshByHelper(ctx context.Context, raw string) (string, error) {
	user, old, err := a.check(ctx, raw)
	if err != nil {
		return "", err
	}
	if err := a.drop(ctx, user.ID, old); err != nil {
		return "", err
	}
	return a.tokens.IssueRefresh(user.ID, rand.Text()) // want sessiontimeout:"session lasts as long as it is renewed"
}

func (a *API) drop(ctx context.Context, user, id string) error {
	_, err := a.db.ExecContext(ctx, "DELETE FROM refresh_tokens WHERE user = ? AND id = ?", user, id)
	return err
}

// The access token alone is new: the refresh token ends when it ends.
func (a *API) RefreshAccess(raw string) (string, error) {
	claims, err := a.tokens.ParseRefresh(raw)
	if err != nil {
		return "", err
	}
	return a.tokens.IssueAccess(claims.Subject, "user")
}

// The family goes on, and may have an end.
func (a *API) RefreshFamily(raw string) (string, error) {
	claims, err := a.tokens.ParseRefresh(raw)
	if err != nil {
		return "", err
	}
	return a.tokens.IssueRefresh(claims.Subject, claims.Family)
}

// The new token ends when the old one does.
func (a *API) RefreshUntil(raw string) (string, error) {
	claims, err := a.tokens.ParseRefresh(raw)
	if err != nil {
		return "", err
	}
	return a.tokens.IssueRefreshUntil(claims.Subject, claims.ExpiresAt.Time)
}

// The beginning is handed on.
func (a *API) RefreshBegan(raw string) (string, error) {
	claims, err := a.tokens.ParseRefresh(raw)
	if err != nil || time.Since(time.Unix(claims.Began, 0)) > 12*time.Hour {
		return "", err
	}
	return a.tokens.IssueRefreshOf(claims.Subject, claims.Began)
}

// The row stays, and with it the moment at which it was made.
func (a *API) RefreshRow(ctx context.Context, raw string) (string, error) {
	claims, err := a.tokens.ParseRefresh(raw)
	if err != nil {
		return "", err
	}
	id := rand.Text()
	refresh, err := a.tokens.IssueRefresh(claims.Subject, id)
	if err != nil {
		return "", err
	}
	_, err = a.db.ExecContext(ctx, "UPDATE refresh_tokens SET id = ? WHERE id = ?", id, claims.ID)
	return refresh, err
}

// The last login is kept with the user.
func (a *API) RefreshSinceLogin(ctx context.Context, raw string) (string, error) {
	user, _, err := a.check(ctx, raw)
	if err != nil || time.Since(user.LastLogin) > a.max {
		return "", err
	}
	return a.tokens.IssueRefresh(user.ID, rand.Text())
}

// An access token buys no refresh token; what does is another login.
func (a *API) Upgrade(raw string) (string, error) {
	claims, err := a.tokens.ParseAccess(raw)
	if err != nil {
		return "", err
	}
	return a.tokens.IssueRefresh(claims.Subject, rand.Text())
}
