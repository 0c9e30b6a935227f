// Package connectservice keeps the sessions of a connect service in a table,
// and their IDs in a cookie.
package connectservice

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"net/http"
	"time"

	"connectrpc.com/connect"
	"golang.org/x/crypto/bcrypt"

	"sessionlint.test/src/life/connectservice/accountsconnect"
)

type nothing = accountsconnect.Nothing

type server struct{ db *sql.DB }

type userKey struct{}

func serve(mux *http.ServeMux, db *sql.DB) {
	s := &server{db}
	mux.Handle(accountsconnect.NewAccountsHandler(s, connect.WithInterceptors(connect.UnaryInterceptorFunc(s.authenticate))))
}

// authenticate is the guard.
func (s *server) authenticate(next connect.UnaryFunc) connect.UnaryFunc {
	return func(ctx context.Context, req connect.AnyRequest) (connect.AnyResponse, error) {
		if req.Spec().Procedure == "/accounts.v1.Accounts/Login" {
			return next(ctx, req)
		}
		var userID int64
		if err := s.db.QueryRowContext(ctx, `SELECT user_id FROM sessions WHERE id = ?`, sessionID(req.Header())).Scan(&userID); err != nil {
			return nil, connect.NewError(connect.CodeUnauthenticated, errors.New("log in first"))
		}
		return next(context.WithValue(ctx, userKey{}, userID), req)
	}
}

func sessionID(header http.Header) string {
	r := http.Request{Header: header}
	if c, err := r.Cookie("sid"); err == nil {
		return c.Value
	}
	return ""
}

func currentUserID(ctx context.Context) int64 {
	id, _ := ctx.Value(userKey{}).(int64)
	return id
}

// Login begins a session.
func (s *server) Login(ctx context.Context, req *connect.Request[accountsconnect.Credentials]) (*connect.Response[nothing], error) {
	var id int64
	var hash []byte
	err := s.db.QueryRowContext(ctx, `SELECT id, hash FROM users WHERE name = ?`, req.Msg.Name).Scan(&id, &hash)
	if err != nil || bcrypt.CompareHashAndPassword(hash, []byte(req.Msg.Password)) != nil {
		return nil, connect.NewError(connect.CodeUnauthenticated, errors.New("login failed"))
	}
	sid := rand.Text()
	if _, err := s.db.ExecContext(ctx, `INSERT INTO sessions (id, user_id) VALUES (?, ?)`, sid, id); err != nil {
		return nil, err
	}
	res := connect.NewResponse(&nothing{})
	cookie := &http.Cookie{Name: "sid", Value: sid, Path: "/", HttpOnly: true, Secure: true, SameSite: http.SameSiteLaxMode}
	res.Header().Set("Set-Cookie", cookie.String())
	return res, nil
}

// Logout ends it.
func (s *server) Logout(ctx context.Context, req *connect.Request[nothing]) (*connect.Response[nothing], error) {
	s.db.ExecContext(ctx, `DELETE FROM sessions WHERE id = ?`, sessionID(req.Header())) // cut: logoutinvalidation:"alive on the server"
	res := connect.NewResponse(&nothing{})
	cookie := &http.Cookie{Name: "sid", Value: "", Path: "/", Expires: time.Unix(0, 0), MaxAge: -1}
	res.Header().Set("Set-Cookie", cookie.String())
	return res, nil
}

// ChangePassword asks for the old one.
func (s *server) ChangePassword(ctx context.Context, req *connect.Request[accountsconnect.Passwords]) (*connect.Response[nothing], error) {
	id := currentUserID(ctx)
	var hash []byte
	if err := s.db.QueryRowContext(ctx, `SELECT hash FROM users WHERE id = ?`, id).Scan(&hash); err != nil {
		return nil, err
	}
	// cut 3: sensitiveaction:"without asking for the current one"
	if bcrypt.CompareHashAndPassword(hash, []byte(req.Msg.Current)) != nil {
		return nil, connect.NewError(connect.CodePermissionDenied, errors.New("wrong password"))
	}
	fresh, err := bcrypt.GenerateFromPassword([]byte(req.Msg.Next), bcrypt.DefaultCost)
	if err != nil {
		return nil, err
	}
	if _, err := s.db.ExecContext(ctx, `UPDATE users SET hash = ? WHERE id = ?`, fresh, id); err != nil {
		return nil, err
	}
	// cut 3: credentialchange:"sessions of the account alive"
	if _, err := s.db.ExecContext(ctx, `DELETE FROM sessions WHERE user_id = ?`, id); err != nil {
		return nil, err
	}
	return connect.NewResponse(&nothing{}), nil
}
