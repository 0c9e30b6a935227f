// Package somepaths ends the session on some paths of a logout only.
package somepaths

import (
	"net/http"

	"github.com/alexedwards/scs/v2"
)

var (
	manager  = scs.New()
	sessions = map[string]string{}
)

func clearCookie(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "sid", Path: "/", MaxAge: -1})
}

// logoutEarly returns before the session is ended.
func logoutEarly(w http.ResponseWriter, r *http.Request) {
	if next := r.FormValue("next"); next != "" {
		clearCookie(w) // want logoutinvalidation:"ends the session on some paths only"
		http.Redirect(w, r, "/login?next="+next, http.StatusSeeOther)
		return
	}
	if err := manager.Destroy(r.Context()); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// logoutEverywhere ends sessions only for those who ask for it.
func logoutEverywhere(w http.ResponseWriter, r *http.Request) {
	if r.PostFormValue("everywhere") == "yes" {
		for id := range sessions {
			delete(sessions, id)
		}
	}
	clearCookie(w) // want logoutinvalidation:"ends the session on some paths only"
}

// logoutNext ends it, wherever the client goes then.
func logoutNext(w http.ResponseWriter, r *http.Request) {
	if err := manager.Destroy(r.Context()); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	clearCookie(w)
	if next := r.FormValue("next"); next != "" {
		http.Redirect(w, r, "/"+next, http.StatusSeeOther)
		return
	}
	http.Redirect(w, r, "/login", http.StatusSeeOther)
}

// logoutNone: without a cookie there is no session to end.
func logoutNone(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("sid")
	if err != nil {
		clearCookie(w)
		return
	}
	if r.FormValue("everywhere") == "yes" {
		clear(sessions)
	} else {
		delete(sessions, c.Value)
	}
	clearCookie(w)
}

// logoutConfirm asks before anything happens.
func logoutConfirm(w http.ResponseWriter, r *http.Request) {
	if r.PostFormValue("confirm") == "" {
		http.Redirect(w, r, "/sure", http.StatusSeeOther)
		return
	}
	if err := manager.Destroy(r.Context()); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
	clearCookie(w)
}

// logoutDeferred ends it whatever happens.
func logoutDeferred(w http.ResponseWriter, r *http.Request) {
	defer manager.Destroy(r.Context())
	if next := r.FormValue("next"); next != "" {
		clearCookie(w)
		return
	}
}

// logoutToken: the parameter is the session itself, and may be missing.
func logoutToken(w http.ResponseWriter, r *http.Request) {
	if token := r.PostFormValue("refresh_token"); token != "" {
		delete(sessions, token)
	}
	clearCookie(w)
}

// logoutAge looks at the session, not at what the client asks for.
func logoutAge(w http.ResponseWriter, r *http.Request) {
	if manager.Exists(r.Context(), "uid") {
		if err := manager.Destroy(r.Context()); err != nil {
			return
		}
	}
	clearCookie(w)
}
