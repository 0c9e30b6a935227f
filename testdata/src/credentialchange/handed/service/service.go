// Package service does what its routers hand to it, requests included.
package service

import (
	"context"
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

// A ResetRequest is what a router has read.
type ResetRequest struct {
	UserID   int
	Password string
}

// Reset is judged here as well.
func (a *Accounts) Reset(ctx context.Context, req *ResetRequest) (bool, error) {
	hash, err := bcrypt.GenerateFromPassword([]byte(req.Password), bcrypt.DefaultCost)
	if err != nil {
		return false, err
	}
	_, err = a.DB.Exec("UPDATE users SET password = ? WHERE id = ?", hash, req.UserID) // want credentialchange:"leaves the other sessions"
	return err == nil, err
}
