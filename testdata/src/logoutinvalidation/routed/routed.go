// Package routed calls its handlers anything: their routes say what they are.
package routed

import (
	"net/http"

	"github.com/go-chi/chi/v5"
)

func routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /auth/logout", bye)
	mux.HandleFunc("POST /cart/clear", empty)
	r := chi.NewRouter()
	r.Post("/sign-out", func(w http.ResponseWriter, r *http.Request) {
		http.SetCookie(w, &http.Cookie{Name: "sid", Path: "/", MaxAge: -1}) // want logoutinvalidation:"alive on the server"
	})
	mux.Handle("/", r)
	return mux
}

func bye(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: "sid", Path: "/", MaxAge: -1}) // want logoutinvalidation:"alive on the server"
}

// empty is no logout.
func empty(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: "cart", Path: "/", MaxAge: -1})
}
