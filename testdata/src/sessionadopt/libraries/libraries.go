// Package libraries uses session libraries that adopt IDs, and some that do not.
package libraries

import (
	"crypto/rand"
	"net/http"

	"github.com/alexedwards/scs/v2"
	"github.com/gofiber/fiber/v2/middleware/session"
	"github.com/kataras/iris/v12/sessions"
	"gorm.io/gorm"
)

var adopting = sessions.New(sessions.Config{Cookie: "sid"}) // want sessionadopt:"sessions.New makes sessions under IDs that the client chose"

var strict = scs.New()

// fiber does not since 2.52.5.
var fresh = session.New()

// A Session is a row.
type Session struct {
	ID   string
	User string
}

func create(db *gorm.DB, r *http.Request) error {
	c, err := r.Cookie("sid")
	if err != nil {
		return err
	}
	return db.Create(&Session{ID: c.Value}).Error // want sessionadopt:"cookie sid"
}

func createFresh(db *gorm.DB) error { return db.Create(&Session{ID: rand.Text()}).Error }

func save(db *gorm.DB, r *http.Request) error {
	c, err := r.Cookie("sid")
	if err != nil {
		return err
	}
	return db.Model(&Session{}).Where("id = ?", c.Value).Update("user", "").Error // an update makes nothing
}
