// Package example holds what the code of the catalogue takes for granted.
package example

import (
	"context"
	"crypto/ed25519"
	"database/sql"
	"errors"
	"net/http"
	"time"

	"github.com/alexedwards/scs/v2"
	"github.com/coreos/go-oidc/v3/oidc"
	"github.com/golang-jwt/jwt/v5"
	"golang.org/x/oauth2"
)

// User is who logs in.
type User struct {
	ID, Email, PendingEmail string
	Hash                    []byte
	MFA                     bool
}

// Can reports whether the user may do something.
func (u User) Can(what string) bool { return false }

// Item is something in a cart.
type Item struct{ Name string }

type userStore interface {
	Save(ctx context.Context, u User) error
}

type userKey struct{}

type authRequest struct{ loggedInAt time.Time }

var (
	sm       *scs.SessionManager
	byToken  map[string]*User
	users    userStore
	db       *sql.DB
	conf     *oauth2.Config
	verifier *oidc.IDTokenVerifier
	private  ed25519.PrivateKey
	key      []byte
	apiKey   string

	errForbidden  = errors.New("forbidden")
	errLoginAgain = errors.New("log in again")
)

var (
	keyFunc       func(*jwt.Token) (any, error)
	caller        func(*http.Request) User
	find          func(name string) User
	reply         func(http.ResponseWriter, error)
	render        func(http.ResponseWriter, User)
	fetchUserinfo func(context.Context, string) (User, error)
	startSession  func(w http.ResponseWriter, r *http.Request, who string)
	issue         func(ctx context.Context, uid string, ends time.Time) (string, error)
)
