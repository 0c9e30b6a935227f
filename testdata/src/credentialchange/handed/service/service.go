// Package service does what its routers hand to it, requests included.
package service

import (
	"database/sql"

	"github.com/gin-gonic/gin"
	"golang.org/x/crypto/bcrypt"
)

// Accounts keeps accounts.
type Accounts struct{ DB *sql.DB }

// ChangePassword is judged here.
func (a *Accounts) ChangePassword(c *gin.Context) error {
	hash, err := bcrypt.GenerateFromPassword([]byte(c.PostForm("password")), bcrypt.DefaultCost)
	if err != nil {
		return err
	}
	_, err = a.DB.Exec("UPDATE users SET password = ? WHERE id = ?", hash, c.GetInt("uid")) // want credentialchange:"leaves the other sessions"
	return err
}
