package web

import (
	"net/http"

	"example.com/shop/internal/auth"
	"example.com/shop/internal/sso"
	"example.com/shop/internal/ssoold"
)

// SingleSignOn is how customers come in through a provider; nil: they do not.
type SingleSignOn struct {
	Client *sso.Client
	Old    *ssoold.Client
}

// singleSignOn adds the logins at a provider, if there is one.
func (s *Server) singleSignOn(mux *http.ServeMux) {
	if s.config.SSO == nil {
		return
	}
	mux.HandleFunc("GET /sso/login", s.config.SSO.Client.Start)
	mux.HandleFunc("GET /sso/callback", s.config.SSO.Client.Callback)
	mux.HandleFunc("GET /sso/old/login", s.config.SSO.Old.Start)
	mux.HandleFunc("GET /sso/old/callback", s.config.SSO.Old.Callback)
	mux.HandleFunc("POST /sso/app", s.config.SSO.Old.App)
	mux.Handle("GET /partners/catalogue", ssoold.AuthPartner(http.HandlerFunc(s.catalogue)))
	mux.Handle("GET /preview", ssoold.Preview(http.HandlerFunc(s.catalogue)))
}

// SignIn logs in whom a provider vouches for.
func (s *Server) SignIn(w http.ResponseWriter, r *http.Request, subject string) {
	s.signIn(w, r, auth.User{Name: subject})
}
