// Package hertz keeps its sessions in Redis with hertz-contrib/sessions, which
// renews nothing: each login has a random value of its own.
package hertz

import (
	"context"
	"crypto/rand"
	"net/http"

	"github.com/cloudwego/hertz/pkg/app"
	"github.com/cloudwego/hertz/pkg/app/server"
	"github.com/hertz-contrib/sessions"
	"github.com/hertz-contrib/sessions/redis"
	"golang.org/x/crypto/bcrypt"
	"gorm.io/gorm"
)

// A User has an account.
type User struct {
	ID   string
	Name string
	Hash []byte
}

// A Login is what a session leads to.
type Login struct {
	ID, UserID string
}

type shop struct {
	db *gorm.DB
}

func routes(h *server.Hertz, s *shop, key []byte) error {
	store, err := redis.NewStore(10, "tcp", "localhost:6379", "", key)
	if err != nil {
		return err
	}
	h.Use(sessions.New("sid", store))
	h.POST("/login", s.login)
	h.POST("/logout", s.logout)
	h.POST("/password", s.changePassword)
	return nil
}

// begin makes a login that only the client of this answer knows.
func (s *shop) begin(userID string) (string, error) {
	login := Login{rand.Text(), userID}
	return login.ID, s.db.Create(&login).Error
}

func (s *shop) login(_ context.Context, c *app.RequestContext) {
	var user User
	err := s.db.First(&user, "name = ?", string(c.FormValue("name"))).Error
	if err != nil || bcrypt.CompareHashAndPassword(user.Hash, c.FormValue("password")) != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return // cut: authabort:"return is missing"
	}
	who := user.ID
	// cut 4: sessionrotation:"without renewing the session ID"
	if who, err = s.begin(who); err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	session := sessions.Default(c)
	session.Set("login_user", who)
	// cut 3: sessionsave:"never saved"
	if err := session.Save(); err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
	}
}

func (s *shop) logout(_ context.Context, c *app.RequestContext) {
	session := sessions.Default(c)
	session.Options(sessions.Options{MaxAge: -1}) // cut: logoutinvalidation:"alive on the server"
	// cut 4: sessionsave:"never saved"
	if err := session.Save(); err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	c.SetCookie("sid", "", -1, "/", "", 0, true, true)
}

func (s *shop) currentUser(c *app.RequestContext) (user User, err error) {
	var login Login
	if err := s.db.First(&login, "id = ?", sessions.Default(c).Get("login_user")).Error; err != nil {
		return user, err
	}
	return user, s.db.First(&user, "id = ?", login.UserID).Error
}

func (s *shop) changePassword(_ context.Context, c *app.RequestContext) {
	user, err := s.currentUser(c)
	if err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return // cut: authabort:"return is missing"
	}
	// cut 4: sensitiveaction:"without asking for the current one"
	if bcrypt.CompareHashAndPassword(user.Hash, c.FormValue("old")) != nil {
		c.AbortWithStatus(http.StatusForbidden)
		return // cut: authabort:"return is missing"
	}
	user.Hash, err = bcrypt.GenerateFromPassword(c.FormValue("new"), bcrypt.DefaultCost)
	if err != nil || s.db.Save(&user).Error != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	s.db.Where("user_id = ?", user.ID).Delete(&Login{}) // cut: credentialchange:"sessions of the account alive"
}
