// Package wrapper puts one function of its own between the router and all of its
// handlers: that one of them logs out does not make it a logout.
package wrapper

import "net/http"

type context struct {
	w http.ResponseWriter
	r *http.Request
}

// serve drops the cookie of a session that is over.
func serve(h func(context)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if _, err := r.Cookie("session"); err != nil {
			http.SetCookie(w, &http.Cookie{Name: "session", Path: "/", MaxAge: -1})
		}
		h(context{w, r})
	}
}

func routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /orders", serve(orders))
	mux.HandleFunc("POST /api/logout", serve(leave))
	return mux
}

func orders(c context) { c.w.WriteHeader(http.StatusNoContent) }

func leave(c context) {
	http.SetCookie(c.w, &http.Cookie{Name: "session", Path: "/", MaxAge: -1}) // want logoutinvalidation:"alive on the server"
}
