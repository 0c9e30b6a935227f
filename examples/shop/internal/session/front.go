// Package session configures the sessions and builds the session cookies of
// the shop. Each right variant stands before the wrong ones.
package session

import (
	"net/http"

	"github.com/gorilla/sessions"
)

// Front is the store of the shop front: every attribute is set, and MaxAge of
// the store limits both the cookie and what the server accepts.
func Front(key []byte) *sessions.CookieStore {
	store := sessions.NewCookieStore(key)
	store.Options.HttpOnly = true
	store.Options.Secure = true
	store.Options.SameSite = http.SameSiteLaxMode
	store.MaxAge(30 * 60)
	return store
}

// Outlet is the store of the outlet. Its new Options replace the ones in
// which NewCookieStore had set Secure and SameSite.
func Outlet(key []byte) *sessions.CookieStore {
	store := sessions.NewCookieStore(key)
	store.Options = &sessions.Options{Path: "/outlet"} // finding: cookiesecure, cookiehttponly, cookiesamesite
	store.MaxAge(30 * 60)
	return store
}

// Reviews is the store of the product reviews, left as the library makes it:
// readable by scripts, sent by every foreign site, accepted for 30 days.
func Reviews(key []byte) *sessions.CookieStore {
	return sessions.NewCookieStore(key) // finding: cookiehttponly, cookiesamesite, sessiontimeout@2
}

// Kiosk is the store of the kiosks in the shop. Options.MaxAge is only a wish
// to the browser: the server still accepts a copied cookie for 30 days.
func Kiosk(key []byte) *sessions.CookieStore {
	store := sessions.NewCookieStore(key) // finding: sessiontimeout@2
	store.Options.HttpOnly = true
	store.Options.SameSite = http.SameSiteStrictMode
	store.Options.MaxAge = 30 * 60
	return store
}
