package web

import (
	"net/http"

	"example.com/shop/internal/api"
	"example.com/shop/internal/apiold"
)

// programs adds both versions of the API.
func (s *Server) programs(mux *http.ServeMux) {
	mux.Handle("/api/v1/", api.New(s.users, s.config.Key).Handler())
	mux.Handle("/api/v0/", apiold.New(s.users, s.config.Key).Handler())
}
