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

// promote makes an administrator of the one who asks.
func promote(w http.ResponseWriter, r *http.Request) {
	if r.PostFormValue("ticket") != "" {
		manager.Put(r.Context(), "role", "admin") // want sessionrotation:"a role is stored without renewing the session ID"
	}
}

func promoteRenewed(w http.ResponseWriter, r *http.Request) {
	if err := manager.RenewToken(r.Context()); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	manager.Put(r.Context(), "role", "admin")
}

// demote gives nothing.
func demote(w http.ResponseWriter, r *http.Request) {
	manager.Put(r.Context(), "is_admin", false)
}

func impersonate(w http.ResponseWriter, r *http.Request) {
	manager.Put(r.Context(), "actor", manager.GetString(r.Context(), "user_id"))
	manager.Put(r.Context(), "user_id", r.PostFormValue("user")) // want sessionrotation:"the identity of somebody else is stored without renewing the session ID"
}

func impersonateRenewed(w http.ResponseWriter, r *http.Request) {
	if err := manager.RenewToken(r.Context()); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	manager.Put(r.Context(), "user_id", r.PostFormValue("user"))
}

func impersonateDeaf(w http.ResponseWriter, r *http.Request) {
	manager.RenewToken(r.Context())
	manager.Put(r.Context(), "user_id", r.PostFormValue("user")) // want sessionrotation:"the identity of somebody else is stored"
}

// profile keeps what the user is called, which is no role.
func profile(w http.ResponseWriter, r *http.Request) {
	manager.Put(r.Context(), "user_email", r.PostFormValue("email"))
}
