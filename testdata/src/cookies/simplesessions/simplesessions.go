// Package simplesessions is a program on simplesessions 3: the store ends
// sessions 24 hours after they began, and the application writes the cookie.
package simplesessions

import (
	"database/sql"
	"net/http"
	"time"

	"github.com/zerodha/simplesessions/stores/postgres/v3"
	"github.com/zerodha/simplesessions/v3"
)

// What the options do not say, the hook may add.
func bare() *simplesessions.Manager {
	return simplesessions.New(simplesessions.Options{})
}

func good(db *sql.DB) (*simplesessions.Manager, error) {
	m := simplesessions.New(simplesessions.Options{Cookie: simplesessions.CookieOptions{
		IsSecure: true, IsHTTPOnly: true, SameSite: http.SameSiteLaxMode, MaxAge: time.Hour,
	}})
	store, err := postgres.New(postgres.Opt{TTL: time.Hour}, db)
	if err != nil {
		return nil, err
	}
	m.UseStore(store)
	return m, nil
}

func long(db *sql.DB) (*postgres.Store, error) {
	opt := postgres.Opt{TTL: 60 * 24 * time.Hour} // want sessiontimeout:`^sessions last 60 days`
	return postgres.New(opt, db)
}

func byDefault(db *sql.DB) (*postgres.Store, error) { return postgres.New(postgres.Opt{}, db) }

func none() *simplesessions.Manager {
	return simplesessions.New(simplesessions.Options{Cookie: simplesessions.CookieOptions{
		SameSite: http.SameSiteNoneMode, // want cookiesamesite:`goes along with requests from other sites`
		MaxAge:   60 * 24 * time.Hour,   // want sessiontimeout:`is kept for 60 days`
	}})
}
