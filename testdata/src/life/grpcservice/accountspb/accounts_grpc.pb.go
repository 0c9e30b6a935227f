// Package accountspb has the shape of what protoc-gen-go-grpc generates.
package accountspb

import (
	"context"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

type (
	// Credentials log in.
	Credentials struct{ Name, Password string }
	// Ticket is what a client shows.
	Ticket struct{ Token string }
	// Passwords are the old one and the new one.
	Passwords struct{ Current, Next string }
	// Nothing says nothing.
	Nothing struct{}
)

// AccountsServer is the server API for Accounts service.
type AccountsServer interface {
	Login(context.Context, *Credentials) (*Ticket, error)
	Logout(context.Context, *Ticket) (*Nothing, error)
	ChangePassword(context.Context, *Passwords) (*Nothing, error)
	mustEmbedUnimplementedAccountsServer()
}

// UnimplementedAccountsServer must be embedded to have forward compatible implementations.
type UnimplementedAccountsServer struct{}

// Login is not implemented.
func (UnimplementedAccountsServer) Login(context.Context, *Credentials) (*Ticket, error) {
	return nil, status.Errorf(codes.Unimplemented, "method Login not implemented")
}

// Logout is not implemented.
func (UnimplementedAccountsServer) Logout(context.Context, *Ticket) (*Nothing, error) {
	return nil, status.Errorf(codes.Unimplemented, "method Logout not implemented")
}

// ChangePassword is not implemented.
func (UnimplementedAccountsServer) ChangePassword(context.Context, *Passwords) (*Nothing, error) {
	return nil, status.Errorf(codes.Unimplemented, "method ChangePassword not implemented")
}

func (UnimplementedAccountsServer) mustEmbedUnimplementedAccountsServer() {}

// RegisterAccountsServer registers the service.
func RegisterAccountsServer(s grpc.ServiceRegistrar, srv AccountsServer) {
	s.RegisterService(&AccountsServiceDesc, srv)
}

func accountsLoginHandler(srv any, ctx context.Context, dec func(any) error, interceptor grpc.UnaryServerInterceptor) (any, error) {
	in := new(Credentials)
	if err := dec(in); err != nil {
		return nil, err
	}
	if interceptor == nil {
		return srv.(AccountsServer).Login(ctx, in)
	}
	info := &grpc.UnaryServerInfo{Server: srv, FullMethod: "/accounts.Accounts/Login"}
	handler := func(ctx context.Context, req any) (any, error) {
		return srv.(AccountsServer).Login(ctx, req.(*Credentials))
	}
	return interceptor(ctx, in, info, handler)
}

// AccountsServiceDesc is the grpc.ServiceDesc for Accounts service.
var AccountsServiceDesc = grpc.ServiceDesc{
	ServiceName: "accounts.Accounts",
	HandlerType: (*AccountsServer)(nil),
	Methods:     []grpc.MethodDesc{{MethodName: "Login", Handler: accountsLoginHandler}},
}
