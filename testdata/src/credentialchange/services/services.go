// Package services changes passwords behind interfaces.
package services

import (
	"net/http"

	"github.com/gin-gonic/gin"
	"golang.org/x/crypto/bcrypt"
)

// A User has an account.
type User struct {
	ID   uint
	Pass []byte
}

// Database is implemented elsewhere.
type Database interface {
	GetUserByID(id uint) (*User, error)
	UpdateUser(u *User) error
	CreateUser(u *User) error
	UpdatePassword(id uint, password string) error
	DeleteSessionsByUser(id uint) error
	DeleteExpiredSessions() error
}

type api struct{ db Database }

func currentUserID(c *gin.Context) uint { return c.GetUint("user_id") }

func (a *api) changePassword(c *gin.Context) {
	u, err := a.db.GetUserByID(currentUserID(c))
	if err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	u.Pass, err = bcrypt.GenerateFromPassword([]byte(c.PostForm("new")), bcrypt.DefaultCost)
	if err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	if err := a.db.UpdateUser(u); err != nil { // want credentialchange:"alive"
		c.AbortWithStatus(http.StatusInternalServerError)
	}
	a.db.DeleteExpiredSessions() // a cleanup ends nobody's session
}

func (a *api) named(c *gin.Context) {
	a.db.UpdatePassword(currentUserID(c), c.PostForm("new")) // want credentialchange:"alive"
}

func (a *api) ends(c *gin.Context) {
	a.db.UpdatePassword(currentUserID(c), c.PostForm("new"))
	a.db.DeleteSessionsByUser(currentUserID(c))
}

// a request with a password in it.
type update struct {
	User     string `json:"user"`
	Password string `json:"password"`
}

type accounts interface {
	UpdateAccount(u update) error
	CreateAccount(u update) error
}

func bound(c *gin.Context, all accounts) {
	var u update
	if err := c.ShouldBindJSON(&u); err != nil {
		return
	}
	all.UpdateAccount(u) // want credentialchange:"alive"
}

func create(c *gin.Context, all accounts) {
	var u update
	if err := c.ShouldBindJSON(&u); err != nil {
		return
	}
	all.CreateAccount(u)
}
