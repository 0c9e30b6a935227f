// Package gin changes sessions of gin-contrib/sessions.
package gin

import (
	"net/http"

	"github.com/gin-contrib/sessions"
	"github.com/gin-gonic/gin"
)

func logout(c *gin.Context) {
	session := sessions.Default(c)
	session.Clear()
	if err := session.Save(); err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	c.Redirect(http.StatusSeeOther, "/")
}

func logoutForgets(c *gin.Context) {
	session := sessions.Default(c)
	session.Clear() // want sessionsave:"cleared session is never saved and so is lost"
	c.Redirect(http.StatusSeeOther, "/login")
}

func logoutDrops(c *gin.Context) {
	session := sessions.Default(c)
	session.Delete("user_id")
	session.Save() // want sessionsave:"error of Save is dropped, though it ends the session"
	c.Redirect(http.StatusSeeOther, "/login")
}

func login(c *gin.Context) {
	session := sessions.Default(c)
	session.Set("user_id", 7)
	c.JSON(http.StatusOK, gin.H{"ok": true})
	_ = session.Save() // want sessionsave:"Save comes after the answer has started"
}

// In gin, a redirect need not start the answer.
func redirected(c *gin.Context) {
	session := sessions.Default(c)
	session.Set("lang", "de")
	c.Redirect(http.StatusSeeOther, "/")
	session.Save()
}

func chained(c *gin.Context) {
	sessions.Default(c).Set("lang", "de")
	sessions.Default(c).Save()
}

func statusIsKept(c *gin.Context) {
	c.Status(http.StatusNoContent)
	c.SetCookie("theme", "dark", 0, "/", "", true, true)
}

func cookieLate(c *gin.Context) {
	c.AbortWithStatus(http.StatusUnauthorized)
	c.SetCookie("theme", "", -1, "/", "", true, true) // want sessionsave:"SetCookie comes after the answer has started"
}

func options(c *gin.Context) {
	session := sessions.Default(c)
	session.Options(sessions.Options{MaxAge: -1}) // want sessionsave:"change of the options is lost on a path that does not save"
	if c.Query("quiet") != "" {
		c.Status(http.StatusNoContent)
		return
	}
	if err := session.Save(); err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
	}
}

// Helpers leave the saving to their callers.
func remember(c *gin.Context) { sessions.Default(c).Set("lang", "de") }

func forget(c *gin.Context, text string) {
	sessions.Default(c).Clear()
	c.Header("X-Reason", text)
}

func caller(c *gin.Context) {
	remember(c)
	if err := sessions.Default(c).Save(); err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
	}
}
