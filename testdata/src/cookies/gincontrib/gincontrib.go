// Package gincontrib is a program on gin-contrib/sessions, which wraps
// gorilla's stores: the defaults are those of the gorilla version in use.
package gincontrib

import (
	"net/http"
	"os"

	"github.com/gin-contrib/sessions"
	"github.com/gin-contrib/sessions/cookie"
	"github.com/gin-contrib/sessions/memstore"
	"github.com/gin-contrib/sessions/redis"
	"github.com/gin-gonic/gin"
)

var key = []byte(os.Getenv("SESSION_KEY"))

// gorilla 1.4 below: Secure and SameSite=None by default.
func bareCookies(r *gin.Engine) {
	store := cookie.NewStore(key) // want cookiehttponly:`^session cookie .*is readable by scripts \(HttpOnly is false by default in gin-contrib/sessions\), set it to true` cookiesamesite:`^session cookie .*goes along with requests from other sites \(SameSite is None by default`
	r.Use(sessions.Sessions("sid", store))
}

func bareMemory(r *gin.Engine) {
	r.Use(sessions.Sessions("sid", memstore.NewStore(key))) // want cookiesecure:`^session cookie .*is sent over plain HTTP \(Secure is false by default in gin-contrib/sessions\), set it to true` cookiehttponly:`\(HttpOnly is false by default` cookiesamesite:`has no SameSite attribute \(SameSite is unset by default`
}

func good(r *gin.Engine) {
	store := cookie.NewStore(key)
	store.Options(sessions.Options{
		Path:     "/",
		MaxAge:   3600,
		Secure:   true,
		HttpOnly: true,
		SameSite: http.SameSiteLaxMode,
	})
	r.Use(sessions.Sessions("__Host-sid", store))
}

func goodRedis(r *gin.Engine) error {
	store, err := redis.NewStore(10, "tcp", "localhost:6379", "", os.Getenv("REDIS_PASSWORD"), key)
	if err != nil {
		return err
	}
	store.Options(sessions.Options{Path: "/", MaxAge: 3600, Secure: true, HttpOnly: true, SameSite: http.SameSiteStrictMode})
	r.Use(sessions.Sessions("__Host-sid", store))
	return nil
}

func wrong(r *gin.Engine) {
	store := memstore.NewStore(key)
	store.Options(sessions.Options{
		Path:     "/",
		Domain:   "example.com",            // want cookiescope:`^session cookie .*goes to every sub-domain \(Domain is "example.com"\), leave it out`
		Secure:   false,                    // want cookiesecure:`\(Secure is false\)`
		HttpOnly: false,                    // want cookiehttponly:`\(HttpOnly is false\)`
		SameSite: http.SameSiteDefaultMode, // want cookiesamesite:`\(SameSite is SameSiteDefaultMode\)`
	})
	r.Use(sessions.Sessions("sid", store))
}

// Options replaces everything: what it does not name is off again.
func replaced(r *gin.Engine) {
	store := cookie.NewStore(key)
	store.Options(sessions.Options{MaxAge: 3600, HttpOnly: true, SameSite: http.SameSiteLaxMode}) // want cookiesecure:`^session cookie .*is sent over plain HTTP \(Secure is never set\), set it to true`
	r.Use(sessions.Sessions("sid", store))
}

func prefix(r *gin.Engine) {
	store := cookie.NewStore(key)
	store.Options(sessions.Options{ // want cookieprefix:`^cookie "__Host-sid" is rejected by browsers \(Path is not "/"\)$`
		MaxAge: 3600, Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode,
	})
	r.Use(sessions.Sessions("__Host-sid", store))
}

func configured(r *gin.Engine, domain string, secure bool) {
	store := cookie.NewStore(key)
	store.Options(sessions.Options{Path: "/", Domain: domain, Secure: secure, HttpOnly: true, SameSite: http.SameSiteLaxMode})
	r.Use(sessions.Sessions("sid", store))
}

// One session may have options of its own.
func login(c *gin.Context) {
	s := sessions.Default(c)
	s.Set("uid", c.PostForm("user"))
	s.Options(sessions.Options{Path: "/", MaxAge: 3600, Secure: true, SameSite: http.SameSiteLaxMode}) // want cookiehttponly:`^session cookie .*is readable by scripts \(HttpOnly is never set\), set it to true`
	if err := s.Save(); err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
	}
}

// A deletion: no attribute but Path matters.
func logout(c *gin.Context) {
	s := sessions.Default(c)
	s.Clear()
	s.Options(sessions.Options{Path: "/", MaxAge: -1})
	if err := s.Save(); err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
	}
}
