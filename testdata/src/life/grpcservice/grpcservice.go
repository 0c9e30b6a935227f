// Package grpcservice keeps the tokens of a gRPC service in a table.
package grpcservice

import (
	"context"
	"crypto/rand"
	"database/sql"

	"golang.org/x/crypto/bcrypt"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"

	"sessionlint.test/src/life/grpcservice/accountspb"
)

type server struct {
	accountspb.UnimplementedAccountsServer
	db *sql.DB
}

type userKey struct{}

func serve(db *sql.DB) *grpc.Server {
	s := &server{db: db}
	g := grpc.NewServer(grpc.UnaryInterceptor(s.authenticate))
	accountspb.RegisterAccountsServer(g, s)
	return g
}

// authenticate is the guard.
func (s *server) authenticate(ctx context.Context, req any, info *grpc.UnaryServerInfo, next grpc.UnaryHandler) (any, error) {
	if info.FullMethod == "/accounts.Accounts/Login" {
		return next(ctx, req)
	}
	tokens := metadata.ValueFromIncomingContext(ctx, "authorization")
	if len(tokens) != 1 {
		return nil, status.Error(codes.Unauthenticated, "log in first")
	}
	var userID int64
	if err := s.db.QueryRowContext(ctx, `SELECT user_id FROM sessions WHERE token = ?`, tokens[0]).Scan(&userID); err != nil {
		return nil, status.Error(codes.Unauthenticated, "log in first")
	}
	return next(context.WithValue(ctx, userKey{}, userID), req)
}

func currentUserID(ctx context.Context) int64 {
	id, _ := ctx.Value(userKey{}).(int64)
	return id
}

// Login begins a session.
func (s *server) Login(ctx context.Context, in *accountspb.Credentials) (*accountspb.Ticket, error) {
	var id int64
	var hash []byte
	err := s.db.QueryRowContext(ctx, `SELECT id, hash FROM users WHERE name = ?`, in.Name).Scan(&id, &hash)
	if err != nil || bcrypt.CompareHashAndPassword(hash, []byte(in.Password)) != nil {
		return nil, status.Error(codes.Unauthenticated, "login failed")
	}
	token := rand.Text()
	if _, err := s.db.ExecContext(ctx, `INSERT INTO sessions (token, user_id) VALUES (?, ?)`, token, id); err != nil {
		return nil, status.Error(codes.Internal, "internal error")
	}
	return &accountspb.Ticket{Token: token}, nil
}

// Logout ends it.
func (s *server) Logout(ctx context.Context, in *accountspb.Ticket) (*accountspb.Nothing, error) {
	if _, err := s.db.ExecContext(ctx, `DELETE FROM sessions WHERE token = ?`, in.Token); err != nil {
		return nil, status.Error(codes.Internal, "internal error")
	}
	return &accountspb.Nothing{}, nil
}

// ChangePassword asks for the old one.
func (s *server) ChangePassword(ctx context.Context, in *accountspb.Passwords) (*accountspb.Nothing, error) {
	id := currentUserID(ctx)
	var hash []byte
	if err := s.db.QueryRowContext(ctx, `SELECT hash FROM users WHERE id = ?`, id).Scan(&hash); err != nil {
		return nil, status.Error(codes.NotFound, "who are you?")
	}
	// cut 3: sensitiveaction:"without asking for the current one"
	if bcrypt.CompareHashAndPassword(hash, []byte(in.Current)) != nil {
		return nil, status.Error(codes.PermissionDenied, "wrong password")
	}
	fresh, err := bcrypt.GenerateFromPassword([]byte(in.Next), bcrypt.DefaultCost)
	if err != nil {
		return nil, status.Error(codes.Internal, "internal error")
	}
	if _, err := s.db.ExecContext(ctx, `UPDATE users SET hash = ? WHERE id = ?`, fresh, id); err != nil {
		return nil, status.Error(codes.Internal, "internal error")
	}
	// cut 3: credentialchange:"sessions of the account alive"
	if _, err := s.db.ExecContext(ctx, `DELETE FROM sessions WHERE user_id = ?`, id); err != nil {
		return nil, status.Error(codes.Internal, "internal error")
	}
	return &accountspb.Nothing{}, nil
}
