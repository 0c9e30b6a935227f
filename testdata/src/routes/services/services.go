// Package services registers services of gRPC, connect and goa.
package services

import (
	"context"
	"errors"
	"net/http"

	"connectrpc.com/connect"
	goa "goa.design/goa/v3/pkg"
	"goa.design/goa/v3/security"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"

	"sessionlint.test/src/life/connectservice/accountsconnect"
	"sessionlint.test/src/life/goaservice/accounts"
	"sessionlint.test/src/life/grpcservice/accountspb"
)

type server struct {
	accountspb.UnimplementedAccountsServer
	users map[string]string
}

func (s *server) Login(ctx context.Context, in *accountspb.Credentials) (*accountspb.Ticket, error) {
	return &accountspb.Ticket{}, nil
}

func (s *server) Logout(ctx context.Context, in *accountspb.Ticket) (*accountspb.Nothing, error) {
	return &accountspb.Nothing{}, nil
}

// authenticate lets strangers log in, and do nothing else.
func (s *server) authenticate(ctx context.Context, req any, info *grpc.UnaryServerInfo, next grpc.UnaryHandler) (any, error) {
	if info.FullMethod == "/accounts.Accounts/Login" {
		return next(ctx, req)
	}
	if err := s.authorize(ctx); err != nil {
		return nil, err
	}
	return next(ctx, req)
}

func (s *server) authorize(ctx context.Context) error {
	tokens := metadata.ValueFromIncomingContext(ctx, "authorization")
	if len(tokens) != 1 || s.users[tokens[0]] == "" {
		return status.Error(codes.Unauthenticated, "log in first")
	}
	return nil
}

// some asks only those who show something.
func (s *server) some(ctx context.Context, req any, _ *grpc.UnaryServerInfo, next grpc.UnaryHandler) (any, error) {
	tokens := metadata.ValueFromIncomingContext(ctx, "authorization")
	if len(tokens) == 1 && s.users[tokens[0]] == "" {
		return nil, status.Error(codes.PermissionDenied, "not you")
	}
	return next(ctx, req)
}

func logs(ctx context.Context, req any, _ *grpc.UnaryServerInfo, next grpc.UnaryHandler) (any, error) {
	out, err := next(ctx, req)
	println(err)
	return out, err
}

// limits refuses for another reason.
func limits(ctx context.Context, req any, _ *grpc.UnaryServerInfo, next grpc.UnaryHandler) (any, error) {
	if ctx.Err() != nil {
		return nil, status.Error(codes.ResourceExhausted, "too many")
	}
	return next(ctx, req)
}

func guarded(s *server) {
	g := grpc.NewServer(grpc.ChainUnaryInterceptor(logs, s.authenticate))
	accountspb.RegisterAccountsServer(g, s)
}

func asked(s *server) {
	g := grpc.NewServer(grpc.UnaryInterceptor(s.some))
	accountspb.RegisterAccountsServer(g, s)
}

func unguarded(s *server) {
	g := grpc.NewServer(grpc.ChainUnaryInterceptor(logs, limits))
	accountspb.RegisterAccountsServer(g, s)
}

// What made the server is not in sight.
func given(g *grpc.Server, s *server) { accountspb.RegisterAccountsServer(g, s) }

func optional(s *server, options []grpc.ServerOption) {
	g := grpc.NewServer(options...)
	accountspb.RegisterAccountsServer(g, s)
}

type handler struct{ users map[string]string }

func (h *handler) Login(context.Context, *connect.Request[accountsconnect.Credentials]) (*connect.Response[accountsconnect.Nothing], error) {
	return nil, nil
}

func (h *handler) Logout(context.Context, *connect.Request[accountsconnect.Nothing]) (*connect.Response[accountsconnect.Nothing], error) {
	return nil, nil
}

func (h *handler) ChangePassword(context.Context, *connect.Request[accountsconnect.Passwords]) (*connect.Response[accountsconnect.Nothing], error) {
	return nil, nil
}

func (h *handler) authenticate(next connect.UnaryFunc) connect.UnaryFunc {
	return func(ctx context.Context, req connect.AnyRequest) (connect.AnyResponse, error) {
		if req.Spec().Procedure == "/accounts.v1.Accounts/Login" {
			return next(ctx, req)
		}
		if h.users[req.Header().Get("Authorization")] == "" {
			return nil, connect.NewError(connect.CodeUnauthenticated, errors.New("log in first"))
		}
		return next(ctx, req)
	}
}

// A guard is an interceptor with methods.
type guard struct{ handler }

func (g *guard) WrapUnary(next connect.UnaryFunc) connect.UnaryFunc {
	return func(ctx context.Context, req connect.AnyRequest) (connect.AnyResponse, error) {
		if g.users[req.Header().Get("Authorization")] == "" {
			return nil, connect.NewError(connect.CodePermissionDenied, errors.New("log in first"))
		}
		return next(ctx, req)
	}
}

func (g *guard) WrapStreamingClient(next connect.StreamingClientFunc) connect.StreamingClientFunc {
	return next
}

func (g *guard) WrapStreamingHandler(next connect.StreamingHandlerFunc) connect.StreamingHandlerFunc {
	return next
}

func newGuard() *guard { return &guard{} }

func connected(mux *http.ServeMux, h *handler) {
	mux.Handle(accountsconnect.NewAccountsHandler(h, connect.WithInterceptors(connect.UnaryInterceptorFunc(h.authenticate))))
	mux.Handle(accountsconnect.NewAccountsHandler(h, connect.WithInterceptors(newGuard())))
	mux.Handle(accountsconnect.NewAccountsHandler(h))
	path, service := accountsconnect.NewAccountsHandler(h)
	mux.Handle(path, members(service))
}

func members(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := r.Cookie("sid"); err != nil {
			http.Error(w, "log in first", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

type service struct{ users map[string]string }

func (s *service) APIKeyAuth(ctx context.Context, key string, _ *security.APIKeyScheme) (context.Context, error) {
	if s.users[key] == "" {
		return ctx, goa.PermanentError("unauthorized", "log in first")
	}
	return ctx, nil
}

func (s *service) Login(context.Context, *accounts.Credentials) (*accounts.Ticket, error) {
	return nil, nil
}

func (s *service) Logout(context.Context, *accounts.Ticket) error { return nil }

func (s *service) Password(context.Context, *accounts.Passwords) error { return nil }

// An idle service looks at nothing.
type idle struct{ service }

func (s *idle) APIKeyAuth(ctx context.Context, key string, _ *security.APIKeyScheme) (context.Context, error) {
	return ctx, nil
}

func endpoints() (*accounts.Endpoints, *accounts.Endpoints) {
	return accounts.NewEndpoints(&service{}), accounts.NewEndpoints(&idle{})
}
