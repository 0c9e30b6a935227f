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
	"github.com/zitadel/oidc/v3/pkg/op"
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
	UpdateUser(ctx context.Context, u User) error
}

type userKey struct{}

type authRequest struct {
	op.AuthRequest
	loggedInAt time.Time
}

var (
	sm       *scs.SessionManager
	byToken  map[string]*User
	users    userStore
	db       *sql.DB
	conf     *oauth2.Config
	verifier *oidc.IDTokenVerifier
	provider *oidc.Provider
	private  ed25519.PrivateKey
	public   ed25519.PublicKey
	key      []byte
	apiKey   string

	errForbidden  = errors.New("forbidden")
	errLoginAgain = errors.New("log in again")
)

var (
	find          func(name string) User
	unverified    func(context.Context, string) (*oidc.IDToken, error)
	answer        func(http.ResponseWriter, *sql.Rows, error)
	tokenHash     func(*http.Request) []byte
	loginWith     func(http.ResponseWriter, *http.Request, *oauth2.Token)
	render        func(http.ResponseWriter, User)
	fetchUserinfo func(context.Context, string) (User, error)
	startSession  func(w http.ResponseWriter, r *http.Request, who string)
	issue         func(ctx context.Context, uid string, ends time.Time) (string, error)
)

// currentUser is who is logged in.
func currentUser(r *http.Request) User {
	u, _ := r.Context().Value(userKey{}).(User)
	return u
}

func keyFunc(*jwt.Token) (any, error) { return public, nil }

func reply(w http.ResponseWriter, err error) {
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
	}
}
