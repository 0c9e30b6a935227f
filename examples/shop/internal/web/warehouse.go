package web

import (
	"net/http"

	"example.com/shop/internal/auth"
)

// secondKey holds who has given the password, but not yet the second factor.
const secondKey = "pending"

// warehouse is for those who pack parcels. Each fault stands beside the way it
// should be.
func (s *Server) warehouse() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /stock/warehouse/login", s.warehouseLogin)
	mux.HandleFunc("POST /stock/warehouse/v2/login", s.warehouseLoginV2)
	mux.HandleFunc("POST /stock/warehouse/code", s.warehouseCode)
	mux.HandleFunc("POST /stock/warehouse/v2/code", s.warehouseCodeV2)
	mux.HandleFunc("POST /stock/warehouse/logout", s.warehouseLogout)
	mux.HandleFunc("POST /stock/warehouse/v2/logout", s.warehouseLogoutV2)
	mux.HandleFunc("POST /stock/warehouse/password", s.warehousePassword)
	mux.HandleFunc("POST /stock/warehouse/v2/password", s.warehousePasswordV2)
	return mux
}

// warehouseLogin keeps the session from before the login.
func (s *Server) warehouseLogin(w http.ResponseWriter, r *http.Request) {
	user, ok := s.check(w, r)
	if !ok {
		return
	}
	s.stock.Put(r.Context(), staffKey, user.Name) // finding: sessionrotation
	http.Redirect(w, r, "/stock/", http.StatusSeeOther)
}

// warehouseLoginV2 is the first of two steps: nobody is logged in yet.
func (s *Server) warehouseLoginV2(w http.ResponseWriter, r *http.Request) {
	user, ok := s.check(w, r)
	if !ok {
		return
	}
	s.stock.Put(r.Context(), secondKey, user.Name)
	http.Redirect(w, r, "/stock/warehouse/code", http.StatusSeeOther)
}

// warehouseCode renews only on tablets.
func (s *Server) warehouseCode(w http.ResponseWriter, r *http.Request) {
	name := s.stock.GetString(r.Context(), secondKey)
	if !s.codes.Verify(name, r.PostFormValue("code")) {
		http.Error(w, "wrong code", http.StatusForbidden)
		return
	}
	if r.PostFormValue("tablet") != "" {
		if err := s.stock.RenewToken(r.Context()); err != nil {
			fail(w, err)
			return
		}
	}
	s.stock.Put(r.Context(), staffKey, name) // finding: sessionrotation
	http.Redirect(w, r, "/stock/", http.StatusSeeOther)
}

// warehouseCodeV2 renews on every path.
func (s *Server) warehouseCodeV2(w http.ResponseWriter, r *http.Request) {
	name := s.stock.PopString(r.Context(), secondKey)
	if !s.codes.Verify(name, r.PostFormValue("code")) {
		http.Error(w, "wrong code", http.StatusForbidden)
		return
	}
	if err := s.stock.RenewToken(r.Context()); err != nil {
		fail(w, err)
		return
	}
	s.stock.Put(r.Context(), staffKey, name)
	http.Redirect(w, r, "/stock/", http.StatusSeeOther)
}

// warehouseLogout tells the browser to forget, and nobody else.
func (s *Server) warehouseLogout(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: "stock_session", Path: "/", MaxAge: -1}) // finding: logoutinvalidation
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// warehouseLogoutV2 ends the session.
func (s *Server) warehouseLogoutV2(w http.ResponseWriter, r *http.Request) {
	if err := s.stock.Destroy(r.Context()); err != nil {
		fail(w, err)
		return
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// currentStaff is who is logged in.
func (s *Server) currentStaff(r *http.Request) (auth.User, bool) {
	return s.users.Get(s.stock.GetString(r.Context(), staffKey))
}

// warehousePassword believes whoever has the tablet, and leaves his sessions
// elsewhere alone.
func (s *Server) warehousePassword(w http.ResponseWriter, r *http.Request) {
	user, ok := s.currentStaff(r)
	if !ok {
		http.Error(w, "log in first", http.StatusUnauthorized)
		return
	}
	if err := s.users.SetPassword(user.Name, r.PostFormValue("new")); err != nil { // finding: credentialchange, sensitiveaction
		http.Error(w, err.Error(), http.StatusBadRequest)
	}
}

// warehousePasswordV2 asks for the old password and ends the other logins.
func (s *Server) warehousePasswordV2(w http.ResponseWriter, r *http.Request) {
	user, ok := s.currentStaff(r)
	if !ok {
		http.Error(w, "log in first", http.StatusUnauthorized)
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
}
