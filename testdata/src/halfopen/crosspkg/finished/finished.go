// Package finished has a guard that asks for the second step, too.
package finished

import (
	"net/http"

	"github.com/go-chi/chi/v5"

	"sessionlint.test/src/halfopen/crosspkg/guard"
	"sessionlint.test/src/halfopen/crosspkg/login"
	"sessionlint.test/src/halfopen/crosspkg/session"
)

func account(w http.ResponseWriter, r *http.Request) { w.Write([]byte("secret")) }

// The page behind guard.Require may be meant for logins that are not finished.
func routes() {
	r := chi.NewRouter()
	r.Use(session.Manager.LoadAndSave)
	r.Post("/login", login.Early)
	r.With(guard.Require).Get("/welcome", account)
	r.With(guard.Finished).Get("/account", account)
	http.ListenAndServe(":8080", r)
}
