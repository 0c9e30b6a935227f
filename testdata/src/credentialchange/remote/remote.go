// Package remote changes passwords in another program, by gRPC.
package remote

import (
	"context"
	"net/http"

	"golang.org/x/crypto/bcrypt"
	"google.golang.org/grpc"
)

type updatePasswordReq struct {
	Email   string
	NewHash []byte
}

// A usersClient is what protoc generates.
type usersClient interface {
	UpdatePassword(ctx context.Context, in *updatePasswordReq, opts ...grpc.CallOption) (*http.Response, error)
}

type users interface {
	UpdatePassword(ctx context.Context, in *updatePasswordReq) error
}

type server struct {
	client usersClient
	users  users
}

// The other program ends its sessions, or does not.
func (s *server) changePassword(w http.ResponseWriter, r *http.Request) {
	hash, err := bcrypt.GenerateFromPassword([]byte(r.FormValue("password")), bcrypt.DefaultCost)
	if err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	if _, err := s.client.UpdatePassword(r.Context(), &updatePasswordReq{r.FormValue("email"), hash}); err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
	}
}

// negative control: the same here
func (s *server) changePasswordHere(w http.ResponseWriter, r *http.Request) {
	hash, err := bcrypt.GenerateFromPassword([]byte(r.FormValue("password")), bcrypt.DefaultCost)
	if err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	if err := s.users.UpdatePassword(r.Context(), &updatePasswordReq{r.FormValue("email"), hash}); err != nil { // want credentialchange:"leaves the other sessions"
		http.Error(w, "no", http.StatusInternalServerError)
	}
}
