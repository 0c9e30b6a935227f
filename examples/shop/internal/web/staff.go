package web

import (
	"fmt"
	"net/http"

	"github.com/alexedwards/scs/v2"
)

const staffKey = "user"

// adminArea is for the admin.
func (s *Server) adminArea() http.Handler { return s.staff("/admin", s.admin, "Admin area") }

// stockRoom is for the admin as well, from the tablet in the stock room.
func (s *Server) stockRoom() http.Handler { return s.staff("/stock", s.stock, "Stock room") }

// staff returns login, logout and the one page of an area for staff.
func (s *Server) staff(prefix string, manager *scs.SessionManager, title string) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+prefix+"/login", s.form(title, prefix+"/login"))
	mux.HandleFunc("POST "+prefix+"/login", s.staffLogin(prefix, manager))
	mux.HandleFunc("POST "+prefix+"/logout", s.staffLogout(prefix, manager))
	mux.HandleFunc("GET "+prefix+"/{$}", func(w http.ResponseWriter, r *http.Request) {
		user, ok := s.users.Get(manager.GetString(r.Context(), staffKey))
		if !ok || !user.Admin {
			http.Redirect(w, r, prefix+"/login", http.StatusSeeOther)
			return
		}
		render(w, page{Title: title, Theme: theme(r), User: user.Name, Message: fmt.Sprintf("Carts in use: %d", s.carts.Orders())})
	})
	return mux
}

func (s *Server) staffLogin(prefix string, manager *scs.SessionManager) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		user, ok := s.check(w, r)
		if !ok {
			return
		}
		if !user.Admin {
			http.Error(w, "staff only", http.StatusForbidden)
			return
		}
		if err := manager.RenewToken(r.Context()); err != nil {
			fail(w, err)
			return
		}
		manager.Put(r.Context(), staffKey, user.Name)
		http.Redirect(w, r, prefix+"/", http.StatusSeeOther)
	}
}

func (s *Server) staffLogout(prefix string, manager *scs.SessionManager) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := manager.Destroy(r.Context()); err != nil {
			fail(w, err)
			return
		}
		http.Redirect(w, r, prefix+"/login", http.StatusSeeOther)
	}
}
