// Package logout ends sessions of gin-contrib/sessions by options that replace
// those of the store: what they do not name is unset.
package logout

import (
	"net/http"
	"os"

	"github.com/gin-contrib/sessions"
	"github.com/gin-contrib/sessions/cookie"
	"github.com/gin-gonic/gin"
)

func routes(r *gin.Engine) {
	store := cookie.NewStore([]byte(os.Getenv("SESSION_KEY")))
	store.Options(sessions.Options{Path: "/", MaxAge: 3600, Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
	r.Use(sessions.Sessions("sid", store))
	r.POST("/logout", bad)
	r.POST("/account/logout", good)
}

func bad(c *gin.Context) {
	s := sessions.Default(c)
	s.Clear()                               // want logoutinvalidation:"a copy of the old cookie still works"
	s.Options(sessions.Options{MaxAge: -1}) // want cookiedelete:`^deletion leaves session cookie .*alive \(Path is unset, the setter says "/"\)$`
	if err := s.Save(); err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
	}
}

func good(c *gin.Context) {
	s := sessions.Default(c)
	s.Clear() // want logoutinvalidation:"a copy of the old cookie still works"
	s.Options(sessions.Options{Path: "/", MaxAge: -1})
	if err := s.Save(); err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
	}
}
