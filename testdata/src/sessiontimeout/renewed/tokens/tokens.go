// Package tokens makes and verifies tokens for the package app.
package tokens

import (
	"errors"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type AccessClaims struct {
	Role string `json:"role"`
	jwt.RegisteredClaims
}

type RefreshClaims struct {
	Family string `json:"fam"`
	Began  int64  `json:"began"`
	jwt.RegisteredClaims
}

type Service struct {
	secret []byte
	Life   time.Duration
}

func (s *Service) sign(c jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(s.secret)
}

func (s *Service) key(*jwt.Token) (any, error) { return s.secret, nil }

func (s *Service) IssueAccess(user, role string) (string, error) {
	return s.sign(AccessClaims{role, jwt.RegisteredClaims{Subject: user, ExpiresAt: jwt.NewNumericDate(time.Now().Add(15 * time.Minute))}})
}

// IssueRefresh gives each token a whole life of its own.
func (s *Service) IssueRefresh(user, family string) (string, error) {
	return s.sign(RefreshClaims{family, 0, jwt.RegisteredClaims{
		Subject: user, IssuedAt: jwt.NewNumericDate(time.Now()), ExpiresAt: jwt.NewNumericDate(time.Now().Add(s.Life)),
	}})
}

// IssueRefreshUntil ends with the session.
func (s *Service) IssueRefreshUntil(user string, end time.Time) (string, error) {
	return s.sign(RefreshClaims{"", 0, jwt.RegisteredClaims{Subject: user, ExpiresAt: jwt.NewNumericDate(end)}})
}

// IssueRefreshOf remembers when the session began.
func (s *Service) IssueRefreshOf(user string, began int64) (string, error) {
	return s.sign(RefreshClaims{"", began, jwt.RegisteredClaims{Subject: user, ExpiresAt: jwt.NewNumericDate(time.Now().Add(8 * time.Hour))}})
}

func (s *Service) ParseRefresh(raw string) (*RefreshClaims, error) {
	claims := new(RefreshClaims)
	_, err := jwt.ParseWithClaims(raw, claims, s.key, jwt.WithValidMethods([]string{"HS256"}), jwt.WithExpirationRequired())
	if err != nil {
		return nil, errors.New("log in again")
	}
	return claims, nil
}

func (s *Service) ParseAccess(raw string) (*AccessClaims, error) {
	claims := new(AccessClaims)
	_, err := jwt.ParseWithClaims(raw, claims, s.key, jwt.WithValidMethods([]string{"HS256"}), jwt.WithExpirationRequired())
	if err != nil {
		return nil, errors.New("log in again")
	}
	return claims, nil
}
