package routed

import "net/http"

// Itself returns a handler that was put into a variable that held it itself.
func Itself() http.Handler {
	var h http.Handler
	func() { h = h.(http.Handler) }()
	return h
}

func serveItself(mux *http.ServeMux) { mux.Handle("GET /itself", Itself()) }
