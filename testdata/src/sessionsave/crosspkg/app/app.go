// Package app saves sessions through package lib.
package app

import (
	"github.com/gin-contrib/sessions"
	"github.com/gin-gonic/gin"

	"sessionlint.test/src/sessionsave/crosspkg/lib"
)

func saved(c *gin.Context) {
	sessions.Default(c).Set("lang", "de")
	if lib.Save(c) {
		lib.Render(c, "home")
	}
}

func forgotten(c *gin.Context) {
	sessions.Default(c).Set("lang", "de") // want sessionsave:"value .lang. is never saved"
	lib.Render(c, "home")
}

type saver interface{ SaveSession(c *gin.Context) error }

// An interface whose name says that it saves.
func behind(c *gin.Context, s saver) {
	sessions.Default(c).Set("lang", "de")
	if s.SaveSession(c) == nil {
		lib.Render(c, "home")
	}
}

func late(c *gin.Context) {
	lib.Render(c, "home")
	c.SetCookie("theme", "dark", 0, "/", "", true, true) // want sessionsave:"SetCookie comes after the answer has started"
}
