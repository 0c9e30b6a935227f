package web

import "net/http"

func (s *Server) account(w http.ResponseWriter, r *http.Request) {
	sess := s.session(r)
	user, ok := s.user(sess)
	if !ok {
		if user, ok = s.remembered(r); !ok {
			http.Redirect(w, r, "/login", http.StatusSeeOther)
			return
		}
		sess.Values[loginKey] = s.logins.Begin(user.Name)
		if err := sess.Save(r, w); err != nil {
			fail(w, err)
			return
		}
	}
	render(w, page{Title: "Account", Theme: theme(r), User: user.Name})
}

// changePassword asks for the old password and ends every other login.
func (s *Server) changePassword(w http.ResponseWriter, r *http.Request) {
	sess := s.session(r)
	user, ok := s.user(sess)
	if !ok {
		http.Redirect(w, r, "/login", http.StatusSeeOther)
		return
	}
	if _, err := s.users.Check(user.Name, r.PostFormValue("old")); err != nil {
		http.Error(w, "wrong password", http.StatusForbidden)
		return
	}
	if err := s.users.SetPassword(user.Name, r.PostFormValue("new")); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	s.logins.EndAll(user.Name)
	s.kept.EndAll(user.Name)
	sess.Values[loginKey] = s.logins.Begin(user.Name)
	if err := sess.Save(r, w); err != nil {
		fail(w, err)
		return
	}
	http.Redirect(w, r, "/account", http.StatusSeeOther)
}
