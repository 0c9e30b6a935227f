// Package web holds the pages of the shop.
package web

import (
	"database/sql"
	"net/http"
	"time"

	"github.com/alexedwards/scs/v2"
	"github.com/gorilla/sessions"

	"example.com/shop/internal/auth"
	"example.com/shop/internal/cart"
	"example.com/shop/internal/couriers"
	"example.com/shop/internal/depot"
	"example.com/shop/internal/legacy"
	"example.com/shop/internal/session"
)

// Config is what the operator of the shop decides.
type Config struct {
	Key           []byte // signs the cookies of the shop front
	SecureCookies bool   // send the remember-me cookie over TLS only
	AdminPassword string // of the user "admin"; empty: there is none
	SSO           *SingleSignOn
	PartnerToken  string  // of the programs of partners; empty: there are none
	Database      *sql.DB // of the depot and its couriers; nil: there are none
}

// A Server is a shop.
type Server struct {
	config Config
	users  *auth.Users
	logins *auth.Logins // of the shop front
	kept   *auth.Logins // "remember me"
	carts  *cart.Carts
	codes  *auth.Codes // second factor of the warehouse

	front, outlet, reviews, kiosk sessions.Store
	admin, stock                  *scs.SessionManager
}

// New returns a shop with an empty till.
func New(config Config) (*Server, error) {
	users, err := auth.NewUsers()
	if err != nil {
		return nil, err
	}
	if config.AdminPassword != "" {
		if _, err := users.Register("admin", config.AdminPassword, true); err != nil {
			return nil, err
		}
	}
	return &Server{
		config:  config,
		users:   users,
		logins:  auth.NewLogins(12*time.Hour, 30*time.Minute),
		kept:    auth.NewLogins(30*24*time.Hour, 30*24*time.Hour),
		carts:   cart.NewCarts(),
		codes:   auth.NewCodes(),
		front:   session.Front(config.Key),
		outlet:  session.Outlet(config.Key),
		reviews: session.Reviews(config.Key),
		kiosk:   session.Kiosk(config.Key),
		admin:   session.Admin(),
		stock:   session.Stock(),
	}, nil
}

// Handler returns the shop as a handler. Requests that other sites start are
// refused unless they only read.
func (s *Server) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", s.catalogue)
	mux.HandleFunc("GET /cart", s.cart)
	mux.HandleFunc("POST /cart", s.addToCart)
	mux.HandleFunc("POST /theme", s.theme)
	mux.HandleFunc("GET /register", s.form("Register", "/register"))
	mux.HandleFunc("POST /register", s.register)
	mux.HandleFunc("GET /login", s.form("Log in", "/login"))
	mux.HandleFunc("POST /login", s.login)
	mux.HandleFunc("POST /logout", s.logout)
	mux.HandleFunc("GET /account", s.account)
	mux.HandleFunc("POST /account/password", s.changePassword)
	mux.HandleFunc("POST /account/forget", s.forgetDevice)
	s.branches(mux)
	s.returnsDesk(mux)
	s.singleSignOn(mux)
	if s.config.PartnerToken != "" {
		mux.Handle("/api/", legacy.New(s.config.PartnerToken, nil).Handler())
	}
	s.programs(mux)
	if s.config.Database != nil {
		mux.Handle("/depot/", depot.New(s.config.Database).Handler())
		mux.Handle("/couriers/", couriers.New(s.config.Database, s.config.Key).Handler())
	}
	mux.Handle("/admin/", s.admin.LoadAndSave(s.adminArea()))
	mux.Handle("/stock/warehouse/", s.stock.LoadAndSave(s.warehouse()))
	mux.Handle("/stock/", s.stock.LoadAndSave(s.stockRoom()))
	return http.NewCrossOriginProtection().Handler(mux)
}

// branches adds the parts of the shop that are not the shop front.
func (s *Server) branches(mux *http.ServeMux) {
	mux.HandleFunc("POST /old/login", s.oldLogin)
	mux.HandleFunc("POST /old/logout", s.oldLogout)
	mux.HandleFunc("POST /checkout/login", s.checkoutLogin)
	mux.HandleFunc("POST /checkout/express", s.expressLogin)
	mux.HandleFunc("POST /brand/login", s.brandLogin)
	mux.HandleFunc("POST /partner/login", s.partnerLogin)
	mux.HandleFunc("POST /partner/v2/login", s.partnerLoginV2)
	mux.HandleFunc("POST /mobile/login", s.mobileLogin)
	mux.HandleFunc("POST /mobile/v2/login", s.mobileLoginV2)
	mux.HandleFunc("GET /guest", s.guest)
	mux.HandleFunc("GET /newsletter", s.newsletter)
	mux.HandleFunc("POST /outlet/login", s.branchLogin(s.outlet, "outlet"))
	mux.HandleFunc("POST /reviews/login", s.branchLogin(s.reviews, "reviews"))
	mux.HandleFunc("GET /kiosk.js", s.kioskScripts)
	mux.HandleFunc("POST /kiosk/login", s.branchLogin(s.kiosk, "kiosk"))
}
