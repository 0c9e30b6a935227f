// Package elevation asks for a second factor, under ASVS 5.0.
package elevation

import (
	"net/http"

	"github.com/alexedwards/scs/v2"
	"github.com/pquerna/otp/totp"
)

var manager = scs.New()

func verify(w http.ResponseWriter, r *http.Request) {
	if !totp.Validate(r.PostFormValue("code"), secretOf(r)) {
		http.Error(w, "wrong code", http.StatusForbidden)
		return
	}
	manager.Put(r.Context(), "mfa_verified", true) // want sessionrotation:"further proof is stored without renewing the session ID"
}

func verifyRenewed(w http.ResponseWriter, r *http.Request) {
	if !totp.Validate(r.PostFormValue("code"), secretOf(r)) {
		http.Error(w, "wrong code", http.StatusForbidden)
		return
	}
	if err := manager.RenewToken(r.Context()); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	manager.Put(r.Context(), "mfa_verified", true)
}

// setup marks what is yet to come.
func setup(w http.ResponseWriter, r *http.Request) {
	if !totp.Validate(r.PostFormValue("code"), secretOf(r)) {
		http.Error(w, "wrong code", http.StatusForbidden)
		return
	}
	manager.Put(r.Context(), "mfa_setup_done", true)
}

// failed takes the mark away.
func failed(w http.ResponseWriter, r *http.Request) {
	if totp.Validate(r.PostFormValue("code"), secretOf(r)) {
		return
	}
	manager.Put(r.Context(), "mfa_verified", false)
}

func secretOf(r *http.Request) string { return manager.GetString(r.Context(), "secret") }
