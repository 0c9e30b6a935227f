// Package gincontrib keeps its sessions in memory with gin-contrib/sessions,
// whose stores renew nothing: login takes the cookie out of the request before
// the session is opened.
package gincontrib

import (
	"net/http"

	"github.com/gin-contrib/sessions"
	"github.com/gin-contrib/sessions/memstore"
	"github.com/gin-gonic/gin"
	"golang.org/x/crypto/bcrypt"
	"gorm.io/gorm"
)

// A User has an account.
type User struct {
	ID           uint
	Name         string
	PasswordHash string
	TokenVersion int
}

type app struct {
	db *gorm.DB
}

func routes(e *gin.Engine, a *app, key []byte) {
	e.Use(sessions.Sessions("sid", memstore.NewStore(key)))
	e.POST("/login", a.login)
	e.POST("/logout", a.logout)
	e.POST("/password", a.changePassword)
}

func (a *app) login(c *gin.Context) {
	var user User
	err := a.db.Where("name = ?", c.PostForm("name")).First(&user).Error
	if err != nil || bcrypt.CompareHashAndPassword([]byte(user.PasswordHash), []byte(c.PostForm("password"))) != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return // cut: authabort:"return is missing"
	}
	c.Request.Header.Del("Cookie") // cut: sessionrotation:"without renewing the session ID"
	session := sessions.Default(c)
	session.Set("user_id", user.ID)
	session.Set("version", user.TokenVersion)
	// cut 3: sessionsave:"never saved"
	if err := session.Save(); err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
	}
}

func (a *app) logout(c *gin.Context) {
	session := sessions.Default(c)
	session.Clear() // cut: logoutinvalidation:"alive on the server"
	// cut 4: sessionsave:"cleared session is never saved"
	if err := session.Save(); err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	c.SetCookie("sid", "", -1, "/", "", true, true)
}

// currentUser is the one of the session, unless it is older than the last change.
func (a *app) currentUser(c *gin.Context) (*User, bool) {
	session := sessions.Default(c)
	var user User
	if err := a.db.First(&user, "id = ?", session.Get("user_id")).Error; err != nil {
		return nil, false
	}
	return &user, session.Get("version") == user.TokenVersion
}

func (a *app) changePassword(c *gin.Context) {
	user, ok := a.currentUser(c)
	if !ok {
		c.AbortWithStatus(http.StatusUnauthorized)
		return // cut: authabort:"return is missing"
	}
	// cut 4: sensitiveaction:"without asking for the current one"
	if bcrypt.CompareHashAndPassword([]byte(user.PasswordHash), []byte(c.PostForm("old"))) != nil {
		c.AbortWithStatus(http.StatusForbidden)
		return // cut: authabort:"return is missing"
	}
	hash, err := bcrypt.GenerateFromPassword([]byte(c.PostForm("new")), bcrypt.DefaultCost)
	if err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	user.PasswordHash = string(hash)
	user.TokenVersion++ // cut: credentialchange:"sessions of the account alive"
	a.db.Save(user)
}
