// Package withdrawn sets second factors to nothing, at level 2 of ASVS 4.0.3.
package withdrawn

import (
	"context"
	"net/http"

	"sessionlint.test/src/credentialchange/withdrawn/users"
)

// Accounts are kept somewhere.
type Accounts interface {
	UpdateTwoFASecret(ctx context.Context, user int, secret string) error
	SetTOTPEnabled(ctx context.Context, user int, on bool) error
	RemovePasskey(ctx context.Context, user int, id string) error
}

type app struct {
	accounts Accounts
	users    *users.Core
}

func (a *app) disable(w http.ResponseWriter, r *http.Request) {
	id := r.Context().Value("uid").(int)
	if err := a.accounts.UpdateTwoFASecret(r.Context(), id, ""); err != nil { // want credentialchange:"second factor change leaves the other sessions of the account alive"
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

func (a *app) off(w http.ResponseWriter, r *http.Request) {
	id := r.Context().Value("uid").(int)
	if err := a.accounts.SetTOTPEnabled(r.Context(), id, false); err != nil { // want credentialchange:"second factor change"
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

func (a *app) imported(w http.ResponseWriter, r *http.Request) {
	id := r.Context().Value("uid").(int)
	if err := a.users.SetTwoFA(id, "none", ""); err != nil { // want credentialchange:"second factor change"
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// ends the sessions.
func (a *app) ends(w http.ResponseWriter, r *http.Request) {
	id := r.Context().Value("uid").(int)
	if err := a.users.SetTwoFA(id, "none", ""); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	a.users.DeleteSessions(id)
}

// enable adds a factor.
func (a *app) enable(w http.ResponseWriter, r *http.Request) {
	id := r.Context().Value("uid").(int)
	if err := a.accounts.UpdateTwoFASecret(r.Context(), id, r.PostFormValue("secret")); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
	if err := a.accounts.SetTOTPEnabled(r.Context(), id, true); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// removeKey takes away one key of several.
func (a *app) removeKey(w http.ResponseWriter, r *http.Request) {
	id := r.Context().Value("uid").(int)
	if err := a.accounts.RemovePasskey(r.Context(), id, r.PathValue("id")); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// prompt empties the field of a page.
func prompt(w http.ResponseWriter, r *http.Request) {
	p := new(page)
	p.SetOTP("")
}

type page struct{ otp string }

// SetOTP fills the field.
func (p *page) SetOTP(code string) { p.otp = code }

func routes(a *app) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("DELETE /2fa", a.disable)
	mux.HandleFunc("POST /2fa/off", a.off)
	mux.HandleFunc("POST /2fa/imported", a.imported)
	mux.HandleFunc("POST /2fa/ends", a.ends)
	mux.HandleFunc("POST /2fa", a.enable)
	mux.HandleFunc("GET /2fa", prompt)
	mux.HandleFunc("DELETE /passkeys/{id}", a.removeKey)
	return mux
}
