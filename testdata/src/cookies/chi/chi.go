// Package chi is a program on net/http with chi as its router.
package chi

import (
	"crypto/rand"
	"net/http"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
)

func routes() http.Handler {
	r := chi.NewRouter()
	r.Use(middleware.Recoverer)
	r.Route("/account", func(r chi.Router) {
		r.Post("/login", func(w http.ResponseWriter, r *http.Request) {
			http.SetCookie(w, &http.Cookie{ // want cookiehttponly:`^session cookie "session" is readable by scripts \(HttpOnly is never set\), set it to true`
				Name:     "session",
				Value:    rand.Text(),
				Path:     "/",
				Domain:   "example.com",            // want cookiescope:`goes to every sub-domain`
				MaxAge:   31 * 24 * 3600,           // want sessiontimeout:`is kept for 31 days`
				Secure:   false,                    // want cookiesecure:`\(Secure is false\)`
				SameSite: http.SameSiteDefaultMode, // want cookiesamesite:`\(SameSite is SameSiteDefaultMode\)`
			})
			http.SetCookie(w, &http.Cookie{Name: "__Host-sid", Value: rand.Text(), Path: "/account", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode}) // want cookieprefix:`\(Path is not "/"\)$`
		})
		r.Post("/logout", func(w http.ResponseWriter, r *http.Request) {
			http.SetCookie(w, &http.Cookie{Name: "session", Path: "/", MaxAge: -1}) // want cookiedelete:`\(Domain is unset, the setter says "example.com"\)$` logoutinvalidation:"alive on the server"
			http.SetCookie(w, &http.Cookie{Name: "session", Path: "/", Domain: "example.com", MaxAge: -1})
		})
		r.With(loggedIn).Get("/", func(w http.ResponseWriter, r *http.Request) {
			http.SetCookie(w, &http.Cookie{Name: "locale", Value: chi.URLParam(r, "locale")})
		})
	})
	r.Post("/login", func(w http.ResponseWriter, r *http.Request) {
		http.SetCookie(w, &http.Cookie{
			Name: "__Host-id", Value: rand.Text(), Path: "/", MaxAge: 8 * 3600, Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode,
		})
	})
	return r
}

func loggedIn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := r.Cookie("__Host-id"); err != nil {
			http.Error(w, "please log in", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}
