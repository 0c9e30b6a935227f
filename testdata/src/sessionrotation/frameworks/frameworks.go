// Package frameworks logs people in with the sessions of web frameworks.
package frameworks

import (
	"github.com/beego/beego/v2/server/web"
	"github.com/gin-contrib/sessions"
	"github.com/gin-contrib/sessions/redis"
	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/session"
	"github.com/kataras/iris/v12"
	irissessions "github.com/kataras/iris/v12/sessions"
	"golang.org/x/crypto/bcrypt"
)

var hash []byte

func proves(password string) bool {
	return bcrypt.CompareHashAndPassword(hash, []byte(password)) == nil
}

// fresh: an ID that was made in this request needs no other.
func fresh(c *fiber.Ctx, store *session.Store) error {
	sess, err := store.Get(c)
	if err != nil || !proves(c.FormValue("password")) {
		return fiber.ErrUnauthorized
	}
	if !sess.Fresh() {
		if err := sess.Regenerate(); err != nil {
			return err
		}
	}
	sess.Set("user", c.FormValue("user"))
	return sess.Save()
}

func stale(c *fiber.Ctx, store *session.Store) error {
	sess, err := store.Get(c)
	if err != nil || !proves(c.FormValue("password")) {
		return fiber.ErrUnauthorized
	}
	sess.Set("user", c.FormValue("user")) // want sessionrotation:"without renewing"
	return sess.Save()
}

func routes(e *gin.Engine) error {
	store, err := redis.NewStore(10, "tcp", "localhost:6379", "", "", []byte("0123456789abcdef0123456789abcdef"))
	if err != nil {
		return err
	}
	e.Use(sessions.Sessions("sid", store))
	e.POST("/login", func(c *gin.Context) {
		if !proves(c.PostForm("password")) {
			c.AbortWithStatus(401)
			return
		}
		sess := sessions.Default(c)
		sess.Clear()                          // the ID stays
		sess.Set("user_id", c.PostForm("id")) // want sessionrotation:"without renewing"
		sess.Save()
	})
	return nil
}

// A Login is a controller of beego.
type Login struct{ web.Controller }

// Post renews.
func (l *Login) Post() {
	if proves(l.GetString("password")) {
		if err := l.SessionRegenerateID(); err != nil {
			return
		}
		l.SetSession("uid", 1)
	}
}

// Put does not.
func (l *Login) Put() {
	if proves(l.GetString("password")) {
		l.SetSession("uid", 1) // want sessionrotation:"without renewing"
	}
}

func handler(s *irissessions.Sessions) iris.Handler {
	return func(ctx iris.Context) {
		if proves(ctx.PostValue("password")) {
			s.Start(ctx).Set("profile", ctx.PostValue("name")) // want sessionrotation:"without renewing"
		}
	}
}
