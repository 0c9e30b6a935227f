// Package accounts has the shape of what goa generates for a service.
package accounts

import (
	"context"

	goa "goa.design/goa/v3/pkg"
	"goa.design/goa/v3/security"
)

type (
	// Credentials log in.
	Credentials struct{ Name, Password string }
	// Ticket is what a client shows.
	Ticket struct{ Token string }
	// Passwords are the old one and the new one.
	Passwords struct{ Token, Current, Next string }
)

// Service is the accounts service interface.
type Service interface {
	Login(context.Context, *Credentials) (res *Ticket, err error)
	Logout(context.Context, *Ticket) (err error)
	Password(context.Context, *Passwords) (err error)
}

// Auther defines the authorization functions to be implemented by the service.
type Auther interface {
	APIKeyAuth(ctx context.Context, key string, schema *security.APIKeyScheme) (context.Context, error)
}

// Endpoints wraps the accounts service endpoints.
type Endpoints struct{ Login, Logout, Password goa.Endpoint }

// NewEndpoints wraps the methods of the accounts service with endpoints.
func NewEndpoints(s Service) *Endpoints {
	a := s.(Auther)
	return &Endpoints{
		Login:    NewLoginEndpoint(s),
		Logout:   NewLogoutEndpoint(s, a.APIKeyAuth),
		Password: NewPasswordEndpoint(s, a.APIKeyAuth),
	}
}

// NewLoginEndpoint returns an endpoint function that calls the method Login.
func NewLoginEndpoint(s Service) goa.Endpoint {
	return func(ctx context.Context, req any) (any, error) { return s.Login(ctx, req.(*Credentials)) }
}

// NewLogoutEndpoint returns an endpoint function that calls the method Logout.
func NewLogoutEndpoint(s Service, authAPIKeyFn security.AuthAPIKeyFunc) goa.Endpoint {
	return func(ctx context.Context, req any) (any, error) {
		p := req.(*Ticket)
		ctx, err := authAPIKeyFn(ctx, p.Token, &security.APIKeyScheme{Name: "session"})
		if err != nil {
			return nil, err
		}
		return nil, s.Logout(ctx, p)
	}
}

// NewPasswordEndpoint returns an endpoint function that calls the method Password.
func NewPasswordEndpoint(s Service, authAPIKeyFn security.AuthAPIKeyFunc) goa.Endpoint {
	return func(ctx context.Context, req any) (any, error) {
		p := req.(*Passwords)
		ctx, err := authAPIKeyFn(ctx, p.Token, &security.APIKeyScheme{Name: "session"})
		if err != nil {
			return nil, err
		}
		return nil, s.Password(ctx, p)
	}
}
