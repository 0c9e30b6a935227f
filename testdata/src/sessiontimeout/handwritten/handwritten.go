// Package handwritten keeps sessions in records of its own.
package handwritten

import (
	"errors"
	"net/http"
	"time"
)

// A Session is a record of somebody who is logged in.
type Session struct {
	ID         string
	UserID     int
	Created    time.Time
	LastActive time.Time
	ExpiresAt  time.Time
}

// A Grant holds a token beside a user.
type Grant struct {
	Token                         string
	UserID                        int
	ExpiresAfterInactivitySeconds int
}

// CookieLife is how long browsers keep the cookie.
const CookieLife = 7 * 24 * 3600 // want sessiontimeout:"is kept for 7 days"

func idle(s *Session) bool {
	return time.Since(s.LastActive).Hours() > 7*24 // want sessiontimeout:"unused session stays open for 7 days"
}

func idleOK(s *Session) bool {
	return time.Since(s.LastActive) > 20*time.Minute
}

func absolute(s *Session, now time.Time) bool {
	return now.Sub(s.Created) > 24*time.Hour // want sessiontimeout:"session record lives 24h"
}

func absoluteOK(s Session, now time.Time) bool {
	return s.Created.Add(12 * time.Hour).Before(now)
}

func begin(user int) *Session {
	return &Session{UserID: user, Created: time.Now(), ExpiresAt: time.Now().Add(
		14 * 24 * time.Hour, // want sessiontimeout:"session record lives 14 days"
	)}
}

func beginOK(user int) *Session {
	return &Session{UserID: user, Created: time.Now(), ExpiresAt: time.Now().Add(8 * time.Hour)}
}

func grant(user int, token string) Grant {
	return Grant{Token: token, UserID: user, ExpiresAfterInactivitySeconds: 86400} // want sessiontimeout:"unused session stays open for 24h"
}

func setCookie(w http.ResponseWriter, id string, seconds int) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: id, MaxAge: seconds, Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
}

func login(w http.ResponseWriter, s *Session) { setCookie(w, s.ID, CookieLife) }

// From configuration: unknown.
func configured(s *Session, limit time.Duration) bool { return time.Since(s.Created) > limit }

// An Upload is no session, whatever is measured.
type Upload struct {
	Created time.Time
	UserID  int
}

func stale(u Upload) bool { return time.Since(u.Created) > 90*24*time.Hour }

// An InviteToken is for one purpose.
type InviteToken struct {
	Token     string
	UserID    int
	ExpiresAt time.Time
}

func invite(user int, token string) InviteToken {
	return InviteToken{Token: token, UserID: user, ExpiresAt: time.Now().Add(7 * 24 * time.Hour)}
}

// An Entry may be for anything: how long it lives says nothing about sessions.
type Entry struct {
	Token     string
	UserID    int
	CreatedAt time.Time
	ExpiresAt time.Time
}

func entryFor(user int, token string) Entry {
	return Entry{Token: token, UserID: user, CreatedAt: time.Now(), ExpiresAt: time.Now().Add(7 * 24 * time.Hour)}
}

func old(t Entry) bool { return time.Since(t.CreatedAt) > 7*24*time.Hour }

// The session goes on, its user proves again who he is.
func (s *Session) mayChangePassword(now time.Time, verifyReauthentication func() error) error {
	if s == nil || now.After(s.Created.Add(24*time.Hour)) {
		return verifyReauthentication()
	}
	if time.Since(s.Created) > 24*time.Hour {
		return errors.New("step-up is required")
	}
	return nil
}

func (s *Session) check(now time.Time) error {
	if now.After(s.Created.Add(24 * time.Hour)) { // want sessiontimeout:"session record lives 24h"
		return errors.New("log in again")
	}
	return nil
}
