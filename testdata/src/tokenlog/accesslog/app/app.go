// Package app logs URLs with their query, and imports a package that accepts tokens there.
package app

import (
	"log"
	"log/slog"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
	"github.com/labstack/echo/v4"
	echomiddleware "github.com/labstack/echo/v4/middleware"

	"sessionlint.test/src/tokenlog/accesslog/auth"
)

func logged(w http.ResponseWriter, r *http.Request) {
	log.Println(r.Method, r.URL.String()) // want tokenlog:"query of the URL is logged, where package auth accepts tokens"
	if auth.Token(r) == "" {
		http.Error(w, "no token", http.StatusUnauthorized)
	}
}

func attribute(r *http.Request) {
	slog.Info("request", "url", r.URL)        // want tokenlog:"query of the URL is logged"
	slog.Info("request", "uri", r.RequestURI) // want tokenlog:"query of the URL is logged"
}

func joined(r *http.Request) {
	path := r.URL.Path
	if raw := r.URL.RawQuery; raw != "" {
		path += "?" + raw
	}
	log.Print(path) // want tokenlog:"query of the URL is logged"
}

func routers() {
	g := gin.New()
	g.Use(gin.Logger()) // want tokenlog:"gin.Logger logs the query of URLs, where package auth accepts tokens"
	c := chi.NewRouter()
	c.Use(middleware.Logger) // want tokenlog:"middleware.Logger logs the query"
	e := echo.New()
	e.Use(echomiddleware.Logger()) // want tokenlog:"echomiddleware.Logger logs the query"
}

// Without the query, and with the value of one harmless parameter.
func path(r *http.Request) { log.Println(r.Method, r.URL.Path, r.URL.Query().Get("page"), r.Host) }

func redacted(r *http.Request) { log.Println(redactQuery(r.URL.String())) }

func redactQuery(s string) string { return s }

// One address with parameters of its own, which are no credentials.
func search(w http.ResponseWriter, r *http.Request) {
	if r.FormValue("words") == "" {
		log.Printf("nothing to search for: %q", r.URL.RawQuery)
	}
}

// One address that takes a token.
func download(w http.ResponseWriter, r *http.Request) {
	if r.FormValue("file") == "" {
		log.Printf("nothing to load for %d bytes: %q", len(r.FormValue("access_token")), r.URL.RawQuery) // want tokenlog:"query of the URL is logged"
	}
}

// devices is another server of the same program, which takes no tokens: wrong, since
// which server a handler belongs to is not followed.
func devices() *http.Server {
	return &http.Server{Addr: ":1900", Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		log.Print(r.RequestURI) // want tokenlog:"query of the URL is logged"
	})}
}
