// Package std registers routes with net/http.
package std

import (
	"encoding/json"
	"net/http"
)

type server struct{ admins map[string]bool }

func (s *server) list(w http.ResponseWriter, r *http.Request)   { json.NewEncoder(w).Encode(s.admins) }
func (s *server) create(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusCreated) }
func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	respond(w, http.StatusNotFound, "nothing here")
}

func respond(w http.ResponseWriter, code int, text string) {
	w.Header().Set("Content-Type", "text/plain")
	w.WriteHeader(code)
	w.Write([]byte(text))
}

func deny(w http.ResponseWriter) { respond(w, http.StatusForbidden, "no") }

func toLogin(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, "/login?next="+r.URL.Path, http.StatusSeeOther)
}

func auth(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") == "" {
			deny(w)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func role(name string) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.Header.Get("Role") != name {
				toLogin(w, r)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

// A program's own kind of handler, with an adapter.
type context struct{ user string }

func handle(h func(http.ResponseWriter, *http.Request, *context) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := h(w, r, new(context)); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	}
}

func profile(w http.ResponseWriter, r *http.Request, c *context) error { return nil }

func routes(s *server) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /admins", s.list)
	mux.Handle("POST /admins", auth(role("admin")(http.HandlerFunc(s.create))))
	mux.Handle("/profile", http.StripPrefix("/profile", auth(handle(profile))))
	mux.Handle("/", s)
	http.HandleFunc("/health", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("ok")) })
	return auth(mux)
}
