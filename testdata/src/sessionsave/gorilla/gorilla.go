// Package gorilla changes sessions of gorilla/sessions.
package gorilla

import (
	"encoding/json"
	"net/http"

	"github.com/gorilla/sessions"
)

var store = sessions.NewCookieStore([]byte("0123456789abcdef0123456789abcdef"))

func login(w http.ResponseWriter, r *http.Request) {
	session, _ := store.Get(r, "shop")
	session.Values["uid"] = 7
	if err := session.Save(r, w); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func loginForgets(w http.ResponseWriter, r *http.Request) {
	session, _ := store.Get(r, "shop")
	session.Values["uid"] = 7 // want sessionsave:"value .uid. is never saved and so is lost"
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func logoutForgets(w http.ResponseWriter, r *http.Request) {
	session, _ := store.Get(r, "shop")
	session.Options.MaxAge = -1 // want sessionsave:"change of the options is never saved and so is lost"
	delete(session.Values, "uid")
	http.Redirect(w, r, "/login", http.StatusSeeOther)
}

func logoutLate(w http.ResponseWriter, r *http.Request) {
	session, _ := store.Get(r, "shop")
	session.Options.MaxAge = -1
	http.Redirect(w, r, "/", http.StatusSeeOther)
	session.Save(r, w) // want sessionsave:"Save comes after the answer has started, and what it changes is lost" sessionsave:"error of Save is dropped, though it ends the session"
}

func logoutDeferred(w http.ResponseWriter, r *http.Request) {
	session, _ := store.Get(r, "shop")
	defer session.Save(r, w) // want sessionsave:"deferred Save runs after the answer has started" sessionsave:"error of Save is dropped"
	session.Options.MaxAge = -1
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// Without an answer of its own, the header is still open when the function returns.
func touchDeferred(w http.ResponseWriter, r *http.Request) {
	session, _ := store.Get(r, "shop")
	defer session.Save(r, w)
	session.Values["seen"] = true
}

func literalDeferred(w http.ResponseWriter, r *http.Request) {
	session, _ := store.Get(r, "shop")
	defer func() {
		if err := session.Save(r, w); err != nil { // want sessionsave:"deferred Save runs after the answer has started"
			http.Error(w, "internal error", http.StatusInternalServerError)
		}
	}()
	session.Values["seen"] = true
	w.Write([]byte("hello"))
}

func oneBranch(w http.ResponseWriter, r *http.Request) {
	session, _ := store.Get(r, "shop")
	session.Values["cart"] = r.FormValue("cart") // want sessionsave:"value .cart. is lost on a path that does not save"
	if r.Header.Get("Accept") == "application/json" {
		json.NewEncoder(w).Encode("ok")
		return
	}
	session.Save(r, w)
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// A request that fails need not save.
func failing(w http.ResponseWriter, r *http.Request) {
	session, _ := store.Get(r, "shop")
	session.Values["cart"] = r.FormValue("cart")
	if err := r.ParseForm(); err != nil {
		http.Error(w, "bad form", http.StatusBadRequest)
		return
	}
	if err := session.Save(r, w); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write([]byte("hello"))
}

// A flag remembers that there is something to save.
func flagged(w http.ResponseWriter, r *http.Request) {
	session, _ := store.Get(r, "shop")
	dirty := false
	if r.FormValue("lang") != "" {
		session.Values["lang"] = r.FormValue("lang")
		dirty = true
	}
	if dirty {
		if err := session.Save(r, w); err != nil {
			http.Error(w, "internal error", http.StatusInternalServerError)
			return
		}
	}
	w.Write([]byte("hello"))
}

// sessions.Save saves all sessions of the request.
func saveAll(w http.ResponseWriter, r *http.Request) {
	session, _ := store.Get(r, "shop")
	session.Values["lang"] = "de"
	if err := sessions.Save(r, w); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write([]byte("hello"))
}

// The same session, opened twice.
func openedTwice(w http.ResponseWriter, r *http.Request) {
	session, _ := store.Get(r, "shop")
	session.Values["lang"] = "de"
	again, _ := store.Get(r, "shop")
	if err := again.Save(r, w); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

func otherSession(w http.ResponseWriter, r *http.Request) {
	session, _ := store.Get(r, "shop")
	session.Values["lang"] = "de" // want sessionsave:"value .lang. is never saved"
	flash, _ := store.Get(r, "flash")
	if err := flash.Save(r, w); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// Reading changes nothing.
func read(w http.ResponseWriter, r *http.Request) {
	session, _ := store.Get(r, "shop")
	uid, _ := session.Values["uid"].(int)
	json.NewEncoder(w).Encode(uid)
}

func cookieLate(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusOK)
	http.SetCookie(w, &http.Cookie{Name: "theme", Value: "dark"}) // want sessionsave:"http.SetCookie comes after the answer has started, and its cookie is lost"
}

func cookieInTime(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: "theme", Value: "dark"})
	w.WriteHeader(http.StatusOK)
}

// Early hints do not start the answer.
func hints(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusEarlyHints)
	http.SetCookie(w, &http.Cookie{Name: "theme", Value: "dark"})
}

func maybeLate(w http.ResponseWriter, r *http.Request) {
	if r.FormValue("q") != "" {
		w.Write([]byte("found"))
	}
	http.SetCookie(w, &http.Cookie{Name: "theme", Value: "dark"})
}

// Error values of a save that nothing depends on.
func theme(w http.ResponseWriter, r *http.Request) {
	session, _ := store.Get(r, "shop")
	session.Values["theme"] = "dark"
	session.Save(r, w)
}

// What is saved is a notice that was read: the login is on another branch.
func loginPage(w http.ResponseWriter, r *http.Request) {
	session, _ := store.Get(r, "shop")
	if r.Method == http.MethodGet {
		session.Values["notice"] = ""
		session.Save(r, w)
		w.Write([]byte("log in"))
		return
	}
	session.Values["uid"] = 7
	if err := session.Save(r, w); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}
