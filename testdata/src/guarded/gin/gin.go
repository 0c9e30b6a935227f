// Package gin is a program of gin and gin-contrib/sessions that does everything
// right.
package gin

import (
	"net/http"

	"github.com/gin-contrib/sessions"
	"github.com/gin-gonic/gin"
	"golang.org/x/crypto/bcrypt"
	"gorm.io/gorm"
)

// A User has an account.
type User struct {
	ID   uint
	Name string
	Hash []byte
}

// A Token of a user.
type APIToken struct {
	ID     uint
	UserID uint
}

type app struct{ db *gorm.DB }

func guard(c *gin.Context) {
	session := sessions.Default(c)
	if session.Get("user_id") == nil {
		c.JSON(http.StatusUnauthorized, gin.H{"error": "log in first"})
		c.Abort() // cut: authabort:"answers 401 without aborting"
		return
	}
	c.Set("user_id", session.Get("user_id"))
	c.Next()
}

func (a *app) login(c *gin.Context) {
	var user User
	if a.db.Where("name = ?", c.PostForm("name")).First(&user).Error != nil ||
		bcrypt.CompareHashAndPassword(user.Hash, []byte(c.PostForm("password"))) != nil {
		c.JSON(http.StatusUnauthorized, gin.H{"error": "wrong name or password"})
		return // cut: authabort:"function goes on"
	}
	session := sessions.Default(c)
	session.Set("user_id", user.ID)
	// cut 4: sessionsave:"value .user_id. is never saved"
	if err := session.Save(); err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	c.JSON(http.StatusOK, gin.H{})
}

func (a *app) logout(c *gin.Context) {
	session := sessions.Default(c)
	session.Clear()
	session.Options(sessions.Options{MaxAge: -1})
	// cut 4: sessionsave:"cleared session is never saved"
	if err := session.Save(); err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	c.JSON(http.StatusOK, gin.H{})
}

func (a *app) revoke(c *gin.Context) {
	a.db.
		Where("user_id = ?", c.GetUint("user_id")). // cut: sessionowner:"any user can delete any of .APIToken."
		Where("id = ?", c.Param("id")).
		Delete(&APIToken{})
	c.Status(http.StatusNoContent)
}

func (a *app) routes() {
	e := gin.New()
	e.POST("/login", a.login)
	private := e.Group("/", guard)
	private.POST("/logout", a.logout)
	private.DELETE("/tokens/:id", a.revoke)
	e.Run()
}
