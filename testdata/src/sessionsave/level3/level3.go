// Package level3 sets an error aside, at level 3.
package level3

import (
	"net/http"

	"github.com/alexedwards/scs/v2"
)

var sm = scs.New()

func logout(w http.ResponseWriter, r *http.Request) {
	_ = sm.Destroy(r.Context()) // want sessionsave:"error of Destroy is dropped, though it ends the session"
	http.Redirect(w, r, "/", http.StatusSeeOther)
}
