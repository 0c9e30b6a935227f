// Package told has a configuration that names what renews sessions, and asks
// about further proof under ASVS 4.0.3.
package told

import (
	"net/http"

	"github.com/alexedwards/scs/v2"
	"github.com/pquerna/otp/totp"
	"golang.org/x/crypto/bcrypt"
)

var manager = scs.New()

// startOver renews in a way that cannot be seen.
func startOver(*http.Request) {}

func prepare(r *http.Request) { startOver(r) }

func login(w http.ResponseWriter, r *http.Request, hash []byte) {
	if bcrypt.CompareHashAndPassword(hash, []byte(r.PostFormValue("password"))) != nil {
		return
	}
	startOver(r)
	manager.Put(r.Context(), "uid", 1)
}

// loginIndirectly calls it through a helper.
func loginIndirectly(w http.ResponseWriter, r *http.Request, hash []byte) {
	if bcrypt.CompareHashAndPassword(hash, []byte(r.PostFormValue("password"))) != nil {
		return
	}
	prepare(r)
	manager.Put(r.Context(), "uid", 1)
}

func loginWithout(w http.ResponseWriter, r *http.Request, hash []byte) {
	if bcrypt.CompareHashAndPassword(hash, []byte(r.PostFormValue("password"))) != nil {
		return
	}
	manager.Put(r.Context(), "uid", 1) // want sessionrotation:"login stores the user without renewing"
}

func verify(w http.ResponseWriter, r *http.Request) {
	if totp.Validate(r.PostFormValue("code"), "") {
		manager.Put(r.Context(), "mfa_verified", true) // want sessionrotation:"further proof"
	}
}
