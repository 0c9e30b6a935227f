// Package asvs50 is judged by level 2 of ASVS 5.0: both limits must exist,
// their numbers are a documented decision.
package asvs50

import (
	"time"

	"github.com/alexedwards/scs/v2"
	fiber3 "github.com/gofiber/fiber/v3/middleware/session"
	iris "github.com/kataras/iris/v12/sessions"
)

var bare = scs.New() // want sessiontimeout:`^unused sessions stay open \(no idle limit is set\)$`

// Long, but decided.
func both() *scs.SessionManager {
	m := scs.New()
	m.Lifetime = 60 * 24 * time.Hour
	m.IdleTimeout = 7 * 24 * time.Hour
	return m
}

var sliding = fiber3.NewStore() // want sessiontimeout:`^sessions last as long as they are used \(no absolute limit is set\)$`

var forever = iris.New(iris.Config{}) // want sessiontimeout:`^sessions never end on the server`
