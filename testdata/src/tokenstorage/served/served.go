// Package served parses templates and serves scripts that are not embedded.
package served

import (
	"html/template"
	"net/http"
)

func routes(mux *http.ServeMux) error {
	t, err := template.ParseGlob("templates/*.html")
	if err != nil {
		return err
	}
	mux.Handle("/static/", http.FileServer(http.Dir("static")))
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if err := t.Execute(w, nil); err != nil {
			http.Error(w, "internal error", http.StatusInternalServerError)
		}
	})
	return nil
}
