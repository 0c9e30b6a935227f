// Package handsql keeps its sessions in a table of its own.
package handsql

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"database/sql"
	"net/http"
	"time"

	"golang.org/x/crypto/argon2"
)

type store struct{ db *sql.DB }

func derive(password string, salt []byte) []byte {
	return argon2.IDKey([]byte(password), salt, 1, 64*1024, 4, 32)
}

// check compares the password of a user.
func (s store) check(ctx context.Context, name, password string) (int64, bool) {
	var id int64
	var salt, hash []byte
	if err := s.db.QueryRowContext(ctx, `SELECT id, salt, hash FROM users WHERE name = ?`, name).Scan(&id, &salt, &hash); err != nil {
		return 0, false
	}
	return id, subtle.ConstantTimeCompare(derive(password, salt), hash) == 1
}

func (s store) setPassword(ctx context.Context, id int64, password string) error {
	salt := make([]byte, 16)
	rand.Read(salt)
	_, err := s.db.ExecContext(ctx, `UPDATE users SET salt = ?, hash = ? WHERE id = ?`, salt, derive(password, salt), id)
	return err
}

func (s store) newSession(ctx context.Context, user int64) (string, error) {
	token := rand.Text()
	sum := sha256.Sum256([]byte(token))
	_, err := s.db.ExecContext(ctx, `INSERT INTO sessions (token_hash, user_id, expires) VALUES (?, ?, ?)`, sum[:], user, time.Now().Add(time.Hour))
	return token, err
}

func (s store) end(ctx context.Context, token string) error {
	sum := sha256.Sum256([]byte(token))
	_, err := s.db.ExecContext(ctx, `DELETE FROM sessions WHERE token_hash = ?`, sum[:])
	return err
}

func (s store) endAll(ctx context.Context, user int64) error {
	_, err := s.db.ExecContext(ctx, `UPDATE sessions SET revoked = TRUE WHERE user_id = ?`, user)
	return err
}

type server struct{ store store }

func (s *server) login(w http.ResponseWriter, r *http.Request) {
	id, ok := s.store.check(r.Context(), r.PostFormValue("name"), r.PostFormValue("password"))
	if !ok {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return // cut: authabort:"return is missing"
	}
	token, err := s.store.newSession(r.Context(), id)
	if err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	http.SetCookie(w, &http.Cookie{Name: "sid", Value: token, Path: "/", HttpOnly: true, Secure: true})
}

func (s *server) logout(w http.ResponseWriter, r *http.Request) {
	if c, err := r.Cookie("sid"); err == nil {
		s.store.end(r.Context(), c.Value) // cut: logoutinvalidation:"alive on the server"
		_ = c
	}
	http.SetCookie(w, &http.Cookie{Name: "sid", Value: "", Path: "/", Expires: time.Unix(0, 0)})
}

type userKey struct{}

func userID(r *http.Request) int64 {
	id, _ := r.Context().Value(userKey{}).(int64)
	return id
}

func (s *server) changePassword(w http.ResponseWriter, r *http.Request) {
	// cut 4: sensitiveaction:"without asking for the current one"
	if _, ok := s.store.check(r.Context(), r.PostFormValue("name"), r.PostFormValue("current")); !ok {
		http.Error(w, "wrong password", http.StatusForbidden)
		return // cut: authabort:"return is missing"
	}
	if err := s.store.setPassword(r.Context(), userID(r), r.PostFormValue("new")); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	s.store.endAll(r.Context(), userID(r)) // cut: credentialchange:"sessions of the account alive"
}
