// Package sessions makes the session stores of the ecosystem, as their
// documentation shows them and with everything said.
package sessions

import (
	"net/http"
	"time"

	chi "gitea.com/go-chi/session"
	dghubble "github.com/dghubble/sessions"
	fast "github.com/fasthttp/session/v2"
	flame "github.com/flamego/session"
	gosession "github.com/go-session/session/v3"
	"github.com/golangcollege/sessions"
	icza "github.com/icza/session"
	"github.com/swithek/sessionup"
)

func college(key []byte) []*sessions.Session {
	bare := sessions.New(key) // want cookiesecure:"plain HTTP"
	said := sessions.New(key)
	said.Secure = true
	return []*sessions.Session{bare, said}
}

func hubble(key []byte) []dghubble.Store[string] {
	return []dghubble.Store[string]{
		dghubble.NewCookieStore[string](nil, key), // the default is for production
		dghubble.NewCookieStore[string](&dghubble.CookieConfig{Path: "/", MaxAge: 3600, HTTPOnly: true, Secure: true, SameSite: http.SameSiteLaxMode}, key),
		dghubble.NewCookieStore[string](&dghubble.CookieConfig{Path: "/"}, key), // want cookiehttponly:"readable by scripts" cookiesamesite:"no SameSite" cookiesecure:"plain HTTP"
	}
}

func manager(store icza.Store) []icza.Manager {
	return []icza.Manager{
		icza.NewCookieManagerOptions(store, &icza.CookieMngrOptions{}),                // want cookiesamesite:"no SameSite"
		icza.NewCookieManagerOptions(store, &icza.CookieMngrOptions{AllowHTTP: true}), // want cookiesamesite:"no SameSite" cookiesecure:"plain HTTP"
	}
}

func goSession() []*gosession.Manager {
	return []*gosession.Manager{
		gosession.NewManager(gosession.SetSameSite(http.SameSiteLaxMode)),
		gosession.NewManager(gosession.SetSecure(false)), // want cookiesamesite:"no SameSite" cookiesecure:"plain HTTP"
	}
}

func fasthttp() []*fast.Session {
	return []*fast.Session{
		fast.New(fast.NewDefaultConfig()),            // want sessionadopt:"IDs that the client chose"
		fast.New(fast.Config{Expiration: time.Hour}), // want cookiesamesite:"no SameSite" cookiesecure:"plain HTTP" sessionadopt:"IDs that the client chose"
	}
}

func up(store sessionup.Store) []*sessionup.Manager {
	return []*sessionup.Manager{
		sessionup.NewManager(store),
		sessionup.NewManager(store, sessionup.Secure(false), sessionup.HttpOnly(false)), // want cookiehttponly:"readable by scripts" cookiesecure:"plain HTTP"
	}
}

func injected() {
	_, _ = chi.Sessioner(chi.Options{Secure: true, SameSite: http.SameSiteLaxMode})
	_, _ = chi.Sessioner(chi.Options{CookieName: "sid"})                                          // want cookiesamesite:"no SameSite" cookiesecure:"plain HTTP"
	_ = flame.Sessioner(flame.Options{Cookie: flame.CookieOptions{Secure: true, HTTPOnly: true}}) // want sessionadopt:"IDs that the client chose"
	_ = flame.Sessioner()                                                                         // want cookiesecure:"plain HTTP" sessionadopt:"IDs that the client chose"
}
