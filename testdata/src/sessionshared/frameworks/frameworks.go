// Package frameworks keeps who sent a request, in handlers of frameworks.
package frameworks

import (
	"github.com/beego/beego/v2/server/web"
	"github.com/gin-contrib/sessions"
	"github.com/gin-gonic/gin"
	"github.com/labstack/echo/v4"
)

type Account struct{ Name string }

var (
	last    sessions.Session
	account *Account
)

func find(c *gin.Context) (*Account, error) { return nil, nil }

func ginHandler(c *gin.Context) {
	last = sessions.Default(c) // want sessionshared:"package variable .last. keeps the session"
	last.Set("seen", true)
	last.Save()
}

func ginMiddleware(c *gin.Context) {
	a, err := find(c)
	if err != nil {
		return
	}
	account = a // want sessionshared:"package variable .account. keeps the identity"
	c.Set("account", a)
}

func echoHandler(c echo.Context) error {
	return c.JSON(200, account)
}

// Each request has a controller of its own.
type controller struct {
	web.Controller
	account *Account
}

// Prepare runs before the other methods.
func (c *controller) Prepare() {
	c.account, _ = c.GetSession("account").(*Account)
}

// Get shows the account.
func (c *controller) Get() { c.Data["json"] = c.account }
