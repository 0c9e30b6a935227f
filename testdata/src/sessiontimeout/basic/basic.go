// Package basic holds sessions with and without an end, judged by level 1 of
// ASVS 4.0.3: 30 days.
package basic

import (
	"crypto/rand"
	"net/http"
	"os"
	"time"

	"github.com/alexedwards/scs/v2"
	"github.com/beego/beego/v2/server/web/session"
	fiber2 "github.com/gofiber/fiber/v2/middleware/session"
	fiber3 "github.com/gofiber/fiber/v3/middleware/session"
	"github.com/gorilla/sessions"
	iris "github.com/kataras/iris/v12/sessions"
)

var key = []byte(os.Getenv("KEY"))

// Nothing ends the session on the server.
var (
	forever       = iris.New(iris.Config{Cookie: "sid"})              // want sessiontimeout:`^sessions never end on the server \(neither an absolute nor an idle limit is set\)$`
	foreverToo    = iris.New(iris.Config{Cookie: "sid", Expires: 0})  // want sessiontimeout:`^sessions never end on the server`
	withTheCookie = iris.New(iris.Config{Cookie: "sid", Expires: -1}) // want sessiontimeout:`^sessions never end on the server`
)

// Limits over 30 days.
func long() *scs.SessionManager {
	m := scs.New()
	m.Lifetime = 90 * 24 * time.Hour // want sessiontimeout:`^sessions last 90 days, longer than the 30 days that level 1 allows$`
	return m
}

func longStore() *sessions.CookieStore {
	s := sessions.NewCookieStore(key)
	s.MaxAge(365 * 24 * 3600) // want sessiontimeout:`^sessions last 365 days, longer than the 30 days that level 1 allows$`
	return s
}

var longIdle = fiber2.New(fiber2.Config{
	Expiration: 1000 * time.Hour, // want sessiontimeout:`^unused sessions stay open for 1000h, longer than the 30 days that level 1 allows$`
})

// Defaults that level 1 allows.
var (
	day     = scs.New()                                 // 24 hours
	month   = sessions.NewCookieStore(key)              // 30 days
	files   = sessions.NewFilesystemStore("", key)      // 30 days
	sliding = fiber2.New()                              // 24 hours after the last use
	idle    = fiber3.NewStore()                         // 30 minutes after the last use
	hours   = iris.New(iris.Config{Expires: time.Hour}) // set
)

// A shorter cookie is good enough at level 1; a longer one lengthens nothing.
func cookies() (short, longer *sessions.CookieStore) {
	short, longer = sessions.NewCookieStore(key), sessions.NewCookieStore(key)
	short.Options.MaxAge = 3600
	longer.Options.MaxAge = 365 * 24 * 3600
	return short, longer
}

func managers() {
	session.NewManager("memory", &session.ManagerConfig{CookieName: "sid", Gclifetime: 3600})
	session.NewManager("memory", &session.ManagerConfig{CookieName: "sid", Gclifetime: 3600, Maxlifetime: 90 * 24 * 3600}) // want sessiontimeout:`^unused sessions stay open for 90 days`
}

// The deployment decides.
func configured(hours int) *scs.SessionManager {
	m := scs.New()
	m.Lifetime = time.Duration(hours) * time.Hour
	return m
}

// A handwritten session: how long the browser keeps the cookie.
func handwritten(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), MaxAge: 31 * 24 * 3600})               // want sessiontimeout:`^session cookie "session" is kept for 31 days, longer than the 30 days that level 1 allows$`
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), Expires: time.Now().AddDate(1, 0, 0)}) // want sessiontimeout:`is kept for 365 days`
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), MaxAge: 30 * 24 * 3600})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text()}) // ends with the browser
}

// These are meant to outlive sessions: they only start a new one.
func others(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "remember_token", Value: rand.Text(), MaxAge: 90 * 24 * 3600})
	http.SetCookie(w, &http.Cookie{Name: "refresh_token", Value: rand.Text(), MaxAge: 90 * 24 * 3600})
	http.SetCookie(w, &http.Cookie{Name: "lang", Value: "en", MaxAge: 365 * 24 * 3600})
}
