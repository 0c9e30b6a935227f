package session

import (
	"net/http"
	"time"

	"github.com/alexedwards/scs/v2"
)

// Admin is the session manager of the admin area.
func Admin() *scs.SessionManager {
	manager := scs.New()
	manager.Lifetime = 8 * time.Hour
	manager.IdleTimeout = 15 * time.Minute
	manager.Cookie.Name = "admin_session"
	manager.Cookie.Path = "/admin"
	manager.Cookie.Secure = true
	manager.Cookie.SameSite = http.SameSiteStrictMode
	return manager
}

// Stock is the session manager of the stock room. scs leaves Secure off
// unless it is told otherwise, and a stock room tablet stays logged in for a
// whole season.
func Stock() *scs.SessionManager {
	manager := scs.New()                   // finding: cookiesecure
	manager.Lifetime = 90 * 24 * time.Hour // finding: sessiontimeout
	manager.IdleTimeout = 30 * time.Minute
	manager.Cookie.Name = "stock_session"
	return manager
}

// Depot is the session manager of the depot.
func Depot() *scs.SessionManager {
	manager := scs.New()
	manager.Lifetime = 8 * time.Hour
	manager.IdleTimeout = 15 * time.Minute
	manager.Cookie.Name = "depot_session"
	manager.Cookie.Path = "/depot"
	manager.Cookie.Secure = true
	manager.Cookie.SameSite = http.SameSiteStrictMode
	return manager
}
