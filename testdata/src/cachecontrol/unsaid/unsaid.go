// Package unsaid tells caches about some of its answers only.
package unsaid

import (
	"fmt"
	"html"
	"net/http"

	"github.com/alexedwards/scs/v2"
)

var sm = scs.New()

func routes(mux *http.ServeMux) {
	mux.HandleFunc("/upload", upload)
	mux.HandleFunc("/files", files)
	mux.HandleFunc("/mail", mail)
	mux.HandleFunc("/about", about)
}

func upload(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	fmt.Fprint(w, html.EscapeString(sm.GetString(r.Context(), "name")))
}

// what caches keep of this is open: the answer above does not speak for it
func files(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, html.EscapeString(sm.GetString(r.Context(), "name")))
}

var mail = func(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, html.EscapeString(sm.GetString(r.Context(), "mail")))
}

// the same for everybody
func about(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, "a shop")
}
