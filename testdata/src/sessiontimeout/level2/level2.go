// Package level2 is judged by level 2 of ASVS 4.0.3: sessions end after 12
// hours, and after 30 minutes without use.
package level2

import (
	"os"
	"time"

	"github.com/alexedwards/scs/v2"
	"github.com/beego/beego/v2/server/web/session"
	ginsessions "github.com/gin-contrib/sessions"
	"github.com/gin-contrib/sessions/cookie"
	fiber2 "github.com/gofiber/fiber/v2/middleware/session"
	fiber3 "github.com/gofiber/fiber/v3/middleware/session"
	"github.com/gorilla/sessions"
	iris "github.com/kataras/iris/v12/sessions"
)

var key = []byte(os.Getenv("KEY"))

func good() *scs.SessionManager {
	m := scs.New()
	m.Lifetime = 12 * time.Hour
	m.IdleTimeout = 30 * time.Minute
	return m
}

// 24 hours by default, and no idle limit.
var bare = scs.New() // want sessiontimeout:`^sessions last 24h by default in scs, longer than the 12h that level 2 allows$` sessiontimeout:`^unused sessions stay open \(no idle limit is set\)$`

func noIdle() *scs.SessionManager {
	m := scs.New() // want sessiontimeout:`^unused sessions stay open \(no idle limit is set\)$`
	m.Lifetime = 8 * time.Hour
	return m
}

func longIdle() *scs.SessionManager {
	m := scs.New()
	m.Lifetime = 8 * time.Hour
	m.IdleTimeout = 60 * time.Minute // want sessiontimeout:`^unused sessions stay open for 1h, longer than the 30m that level 2 allows$`
	return m
}

// A session that ends before it could be idle for too long needs no second limit.
func short() *scs.SessionManager {
	m := scs.New()
	m.Lifetime = 30 * time.Minute
	return m
}

// One sliding limit: no absolute one.
var (
	sliding     = fiber2.New()                                                  // want sessiontimeout:`^sessions last as long as they are used \(no absolute limit is set\)$` sessiontimeout:`^unused sessions stay open for 24h by default in fiber, longer than the 30m that level 2 allows$`
	slidingToo  = fiber3.NewStore(fiber3.Config{IdleTimeout: 15 * time.Minute}) // want sessiontimeout:`^sessions last as long as they are used \(no absolute limit is set\)$`
	both        = fiber3.NewStore(fiber3.Config{IdleTimeout: 15 * time.Minute, AbsoluteTimeout: 12 * time.Hour})
	absoluteToo = fiber3.NewStore(fiber3.Config{IdleTimeout: 15 * time.Minute, AbsoluteTimeout: 24 * time.Hour}) // want sessiontimeout:`^sessions last 24h, longer than the 12h that level 2 allows$`
)

func managers() {
	session.NewManager("memory", &session.ManagerConfig{Gclifetime: 900}) // want sessiontimeout:`^sessions last as long as they are used`
	iris.New(iris.Config{})                                               // want sessiontimeout:`^sessions never end on the server`
	iris.New(iris.Config{Expires: 8 * time.Hour})                         // want sessiontimeout:`^unused sessions stay open`
}

// Options tell the browser only: the codec goes on for 30 days.
func cookieOnly() *sessions.CookieStore {
	s := sessions.NewCookieStore(key) // want sessiontimeout:`^the server accepts sessions for 30 days, the cookie's 1h only tells the browser$` sessiontimeout:`^unused sessions stay open`
	s.Options.MaxAge = 3600
	return s
}

// gin-contrib has no way to tell the codec.
func ginStore() cookie.Store {
	s := cookie.NewStore(key) // want sessiontimeout:`^the server accepts sessions for 30 days, the cookie's 1h only tells the browser$` sessiontimeout:`^unused sessions stay open`
	s.Options(ginsessions.Options{Path: "/", MaxAge: 3600})
	return s
}

// MaxAge sets both, from the last Save on.
func codecToo() *sessions.CookieStore {
	s := sessions.NewCookieStore(key) // want sessiontimeout:`^unused sessions stay open \(no idle limit is set\)$`
	s.MaxAge(8 * 3600)
	return s
}

// The deployment decides.
func configured(lifetime, idle time.Duration) *scs.SessionManager {
	m := scs.New()
	m.Lifetime = lifetime
	m.IdleTimeout = idle
	return m
}
