// Package gorilla writes who somebody is before the second step.
package gorilla

import (
	"net/http"

	"github.com/gorilla/sessions"
	"golang.org/x/crypto/bcrypt"
)

type User struct {
	ID         int64
	Hash       []byte
	MFAEnabled bool
	Locked     bool
}

var store = sessions.NewCookieStore([]byte("0123456789abcdef0123456789abcdef"))

func find(name string) *User { return nil }

func early(w http.ResponseWriter, r *http.Request) {
	u := find(r.FormValue("name"))
	if bcrypt.CompareHashAndPassword(u.Hash, []byte(r.FormValue("password"))) != nil {
		http.Error(w, "wrong", http.StatusUnauthorized)
		return
	}
	s, _ := store.Get(r, "shop")
	s.Values["uid"] = u.ID // want halfopen:"value .uid. opens every guard before the second step is done"
	if s.Save(r, w) != nil {
		return
	}
	if u.MFAEnabled {
		http.Redirect(w, r, "/totp", http.StatusSeeOther)
		return
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func late(w http.ResponseWriter, r *http.Request) {
	u := find(r.FormValue("name"))
	if bcrypt.CompareHashAndPassword(u.Hash, []byte(r.FormValue("password"))) != nil {
		http.Error(w, "wrong", http.StatusUnauthorized)
		return
	}
	s, _ := store.Get(r, "shop")
	if u.MFAEnabled {
		s.Values["mfa_uid"] = u.ID
		if s.Save(r, w) != nil {
			return
		}
		http.Redirect(w, r, "/totp", http.StatusSeeOther)
		return
	}
	s.Values["uid"] = u.ID
	if s.Save(r, w) != nil {
		return
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// Whether people should be asked to set up a factor is no further step.
func invites(w http.ResponseWriter, r *http.Request) {
	u := find(r.FormValue("name"))
	s, _ := store.Get(r, "shop")
	s.Values["uid"] = u.ID
	if s.Save(r, w) != nil {
		return
	}
	page := "/"
	if !u.MFAEnabled {
		page = "/?invite=mfa"
	}
	http.Redirect(w, r, page, http.StatusSeeOther)
}

func forgot(w http.ResponseWriter, r *http.Request) {
	s, _ := store.Get(r, "shop")
	s.Values["uid"] = r.FormValue("name") // want halfopen:"value .uid. opens guards, and forgot stores it without any check"
	if s.Save(r, w) != nil {
		return
	}
	http.Redirect(w, r, "/question", http.StatusSeeOther)
}

// Another key for another purpose.
func forgotOK(w http.ResponseWriter, r *http.Request) {
	s, _ := store.Get(r, "shop")
	s.Values["reset_name"] = r.FormValue("name")
	if s.Save(r, w) != nil {
		return
	}
	http.Redirect(w, r, "/question", http.StatusSeeOther)
}

func guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s, _ := store.Get(r, "shop")
		if _, ok := s.Values["uid"]; !ok {
			http.Redirect(w, r, "/login", http.StatusSeeOther)
			return
		}
		next.ServeHTTP(w, r)
	})
}
