// Package good writes who somebody is behind the second step.
package good

import (
	"net/http"

	"github.com/go-chi/chi/v5"

	"sessionlint.test/src/halfopen/crosspkg/guard"
	"sessionlint.test/src/halfopen/crosspkg/login"
	"sessionlint.test/src/halfopen/crosspkg/session"
)

func account(w http.ResponseWriter, r *http.Request) { w.Write([]byte("secret")) }

func routes() {
	r := chi.NewRouter()
	r.Use(session.Manager.LoadAndSave)
	r.Post("/login", login.Late)
	r.With(guard.Require).Get("/account", account)
	http.ListenAndServe(":8080", r)
}
