// Package accountsconnect has the shape of what protoc-gen-connect-go
// generates.
package accountsconnect

import (
	"context"
	"net/http"

	"connectrpc.com/connect"
)

// AccountsName is the fully-qualified name of the Accounts service.
const AccountsName = "accounts.v1.Accounts"

type (
	// Credentials log in.
	Credentials struct{ Name, Password string }
	// Passwords are the old one and the new one.
	Passwords struct{ Current, Next string }
	// Nothing says nothing.
	Nothing struct{}
)

// AccountsHandler is an implementation of the accounts.v1.Accounts service.
type AccountsHandler interface {
	Login(context.Context, *connect.Request[Credentials]) (*connect.Response[Nothing], error)
	Logout(context.Context, *connect.Request[Nothing]) (*connect.Response[Nothing], error)
	ChangePassword(context.Context, *connect.Request[Passwords]) (*connect.Response[Nothing], error)
}

// NewAccountsHandler builds an HTTP handler from the service implementation.
func NewAccountsHandler(svc AccountsHandler, opts ...connect.HandlerOption) (string, http.Handler) {
	login := connect.NewUnaryHandler("/accounts.v1.Accounts/Login", svc.Login, opts...)
	logout := connect.NewUnaryHandler("/accounts.v1.Accounts/Logout", svc.Logout, opts...)
	password := connect.NewUnaryHandler("/accounts.v1.Accounts/ChangePassword", svc.ChangePassword, opts...)
	return "/accounts.v1.Accounts/", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/accounts.v1.Accounts/Login":
			login.ServeHTTP(w, r)
		case "/accounts.v1.Accounts/Logout":
			logout.ServeHTTP(w, r)
		case "/accounts.v1.Accounts/ChangePassword":
			password.ServeHTTP(w, r)
		default:
			http.NotFound(w, r)
		}
	})
}
