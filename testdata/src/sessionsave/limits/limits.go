// Package limits has what is not seen.
package limits

import (
	"net/http"

	"github.com/gorilla/sessions"
)

var store = sessions.NewCookieStore([]byte("0123456789abcdef0123456789abcdef"))

// The session is kept in a struct.
type page struct{ session *sessions.Session }

func (p *page) logout(w http.ResponseWriter, r *http.Request) {
	p.session.Options.MaxAge = -1
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// The answer starts on one of two paths only.
func sometimes(w http.ResponseWriter, r *http.Request) {
	session, _ := store.Get(r, "shop")
	session.Values["lang"] = "de"
	if r.FormValue("early") != "" {
		w.Write([]byte("hello"))
	}
	session.Save(r, w)
}

// A literal that runs at once captures the session.
func literal(w http.ResponseWriter, r *http.Request) {
	session, _ := store.Get(r, "shop")
	session.Values["lang"] = "de"
	func() { session.Values["more"] = 1 }()
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// The error is looked at, and then ignored.
func shrugs(w http.ResponseWriter, r *http.Request) {
	session, _ := store.Get(r, "shop")
	session.Values["uid"] = 7
	if err := session.Save(r, w); err != nil {
		_ = err
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}
