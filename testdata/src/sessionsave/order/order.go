// Package order clears sessions and sets cookies in the wrong order. Each has a
// twin that does it right.
package order

import (
	"net/http"

	"github.com/gin-contrib/sessions"
	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	fibersession "github.com/gofiber/fiber/v2/middleware/session"
	"github.com/labstack/echo-contrib/session"
	"github.com/labstack/echo/v4"
)

func logoutGin(c *gin.Context) {
	s := sessions.Default(c)
	s.Clear() // want sessionsave:"cleared session is never saved"
	c.Redirect(http.StatusSeeOther, "/")
}

func logoutGinSaved(c *gin.Context) {
	s := sessions.Default(c)
	s.Clear()
	if err := s.Save(); err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	c.Redirect(http.StatusSeeOther, "/")
}

func logoutEcho(c echo.Context) error {
	s, err := session.Get("sid", c)
	if err != nil {
		return err
	}
	clear(s.Values) // want sessionsave:"never saved"
	return c.Redirect(http.StatusSeeOther, "/")
}

func logoutEchoSaved(c echo.Context) error {
	s, err := session.Get("sid", c)
	if err != nil {
		return err
	}
	clear(s.Values)
	if err := s.Save(c.Request(), c.Response()); err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, "/")
}

func logoutFiber(c *fiber.Ctx, store *fibersession.Store) error {
	s, err := store.Get(c)
	if err != nil {
		return err
	}
	s.Delete("uid") // want sessionsave:"never saved"
	return c.Redirect("/")
}

func logoutFiberSaved(c *fiber.Ctx, store *fibersession.Store) error {
	s, err := store.Get(c)
	if err != nil {
		return err
	}
	s.Delete("uid")
	if err := s.Save(); err != nil {
		return err
	}
	return c.Redirect("/")
}

func cookieLate(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, "/", http.StatusSeeOther)
	http.SetCookie(w, &http.Cookie{Name: "sid", Path: "/", MaxAge: -1}) // want sessionsave:"http.SetCookie comes after the answer has started"
}

func cookieFirst(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: "sid", Path: "/", MaxAge: -1})
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func cookieLateGin(c *gin.Context) {
	c.JSON(http.StatusOK, "bye")
	c.SetCookie("sid", "", -1, "/", "", true, true) // want sessionsave:"SetCookie comes after the answer has started"
}

func cookieFirstGin(c *gin.Context) {
	c.SetCookie("sid", "", -1, "/", "", true, true)
	c.JSON(http.StatusOK, "bye")
}

// echo writes the header of a redirect at once, too.
func cookieLateEcho(c echo.Context) error {
	err := c.Redirect(http.StatusSeeOther, "/")
	c.SetCookie(&http.Cookie{Name: "sid", Path: "/", MaxAge: -1}) // want sessionsave:"SetCookie comes after the answer has started"
	return err
}

func cookieFirstEcho(c echo.Context) error {
	c.SetCookie(&http.Cookie{Name: "sid", Path: "/", MaxAge: -1})
	return c.Redirect(http.StatusSeeOther, "/")
}

// cookieFiber: fiber writes nothing before the handler has returned.
func cookieFiber(c *fiber.Ctx) error {
	err := c.Redirect("/")
	c.ClearCookie("sid")
	return err
}
