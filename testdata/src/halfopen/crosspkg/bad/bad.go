// Package bad joins a login and a guard of other packages.
package bad

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
	r.Post("/login", login.Early) // want halfopen:"Early stores value .uid. before the second step is done, and it opens every guard"
	r.With(guard.Require).Get("/account", account)
	http.ListenAndServe(":8080", r)
}
