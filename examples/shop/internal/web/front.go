package web

import (
	"net/http"

	"github.com/gorilla/sessions"

	"example.com/shop/internal/auth"
	"example.com/shop/internal/cart"
)

// The session of the shop front and its values.
const (
	frontSession = "__Host-session"
	loginKey     = "login"
	cartKey      = "cart"
)

// session returns the session of the shop front.
func (s *Server) session(r *http.Request) *sessions.Session {
	return open(s.front, r, frontSession)
}

// open returns the session of that name. A cookie that cannot be read counts
// as none.
func open(store sessions.Store, r *http.Request, name string) *sessions.Session {
	sess, err := store.Get(r, name)
	if err != nil {
		clear(sess.Values)
	}
	return sess
}

// user returns who is logged in.
func (s *Server) user(sess *sessions.Session) (auth.User, bool) {
	id, _ := sess.Values[loginKey].(string)
	name, ok := s.logins.User(id)
	if !ok {
		return auth.User{}, false
	}
	return s.users.Get(name)
}

func (s *Server) catalogue(w http.ResponseWriter, r *http.Request) {
	user, _ := s.user(s.session(r))
	render(w, page{
		Title: "Shop", Theme: theme(r), User: user.Name,
		CSRF: csrfToken(w, r), Articles: cart.Catalogue(),
	})
}

func (s *Server) cart(w http.ResponseWriter, r *http.Request) {
	sess := s.session(r)
	user, _ := s.user(sess)
	id, _ := sess.Values[cartKey].(string)
	render(w, page{Title: "Cart", Theme: theme(r), User: user.Name, Lines: s.carts.Lines(id)})
}

func (s *Server) addToCart(w http.ResponseWriter, r *http.Request) {
	if !csrfMatches(r) {
		http.Error(w, "reload the page and try again", http.StatusForbidden)
		return
	}
	sess := s.session(r)
	id, ok := sess.Values[cartKey].(string)
	if !ok {
		id = s.carts.New()
		sess.Values[cartKey] = id
		if err := sess.Save(r, w); err != nil {
			fail(w, err)
			return
		}
	}
	if !s.carts.Add(id, r.PostFormValue("article")) {
		http.Error(w, "we do not sell this", http.StatusNotFound)
		return
	}
	http.Redirect(w, r, "/cart", http.StatusSeeOther)
}
