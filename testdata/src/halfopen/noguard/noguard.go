// Package noguard has its guards elsewhere.
package noguard

import (
	"net/http"

	"github.com/alexedwards/scs/v2"
)

var sm = scs.New()

func login(w http.ResponseWriter, r *http.Request, mfa bool) {
	sm.Put(r.Context(), "uid", 7)
	if mfa {
		http.Redirect(w, r, "/totp", http.StatusSeeOther)
	}
}
