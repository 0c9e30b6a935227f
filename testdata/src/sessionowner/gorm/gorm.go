// Package gorm ends records of sessions through gorm, in handlers of gin and chi.
package gorm

import (
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"gorm.io/gorm"
)

type Session struct {
	ID     uint
	UserID uint
}

type APIKey struct {
	ID     uint
	UserID uint
}

type api struct{ db *gorm.DB }

func (a *api) revoke(c *gin.Context) {
	a.db.Where("id = ?", c.Param("id")).Delete(&Session{}) // want sessionowner:"any user can delete any of .Session."
	c.Status(http.StatusNoContent)
}

func (a *api) revokeKey(c *gin.Context) {
	a.db.Delete(&APIKey{}, c.Param("id")) // want sessionowner:"any user can delete any of .APIKey."
	c.Status(http.StatusNoContent)
}

func (a *api) revokeOwn(c *gin.Context) {
	a.db.Where("id = ? AND user_id = ?", c.Param("id"), c.GetUint("user")).Delete(&Session{})
	a.db.Where("user_id = ?", c.GetUint("user")).Where("id = ?", c.Param("id")).Delete(&Session{})
	c.Status(http.StatusNoContent)
}

// The record is loaded, and its owner compared.
func (a *api) loaded(c *gin.Context) {
	var s Session
	a.db.First(&s, c.Param("id"))
	if s.UserID != c.GetUint("user") {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	a.db.Delete(&Session{}, c.Param("id"))
}

func (a *api) chiRevoke(w http.ResponseWriter, r *http.Request) {
	a.db.Where("id = ?", chi.URLParam(r, "id")).Delete(&Session{}) // want sessionowner:"any user can delete any of .Session."
}

func routes(a *api) {
	e := gin.New()
	e.DELETE("/sessions/:id", a.revoke)
	e.DELETE("/keys/:id", a.revokeKey)
	e.DELETE("/own/:id", a.revokeOwn)
	e.DELETE("/loaded/:id", a.loaded)
	r := chi.NewRouter()
	r.Delete("/sessions/{id}", a.chiRevoke)
}
