// Package jwtversion has self-contained tokens with the version of the account in
// them, which the guard compares.
package jwtversion

import (
	"database/sql"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
	"golang.org/x/crypto/bcrypt"
)

type claims struct {
	jwt.RegisteredClaims
	Version int `json:"ver"`
}

type app struct {
	db  *sql.DB
	key []byte
}

func (a *app) login(c *gin.Context) {
	var id, version int
	var hash []byte
	err := a.db.QueryRow("SELECT id, hash, token_version FROM users WHERE name = ?", c.PostForm("name")).Scan(&id, &hash, &version)
	if err != nil || bcrypt.CompareHashAndPassword(hash, []byte(c.PostForm("password"))) != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return // cut: authabort:"return is missing"
	}
	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims{jwt.RegisteredClaims{
		Subject: c.PostForm("name"), ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour)),
	}, version}).SignedString(a.key)
	if err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	c.SetCookie("access_token", token, 3600, "/", "", true, true)
}

// end makes every token of a user too old.
func (a *app) end(id int) error {
	_, err := a.db.Exec("UPDATE users SET token_version = token_version + 1 WHERE id = ?", id)
	return err
}

func (a *app) logout(c *gin.Context) {
	a.end(c.GetInt("user_id")) // cut: logoutinvalidation:"stays valid"
	c.SetCookie("access_token", "", -1, "/", "", true, true)
}

func (a *app) changePassword(c *gin.Context) {
	id, _ := c.MustGet("user_id").(int)
	var hash []byte
	if err := a.db.QueryRow("SELECT hash FROM users WHERE id = ?", id).Scan(&hash); err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	if bcrypt.CompareHashAndPassword(hash, []byte(c.PostForm("current"))) != nil {
		c.AbortWithStatus(http.StatusForbidden)
		return // cut: authabort:"return is missing"
	}
	hash, err := bcrypt.GenerateFromPassword([]byte(c.PostForm("new")), bcrypt.DefaultCost)
	if err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	a.db.Exec("UPDATE users SET hash = ? WHERE id = ?", hash, id)
	a.end(id) // cut: credentialchange:"sessions of the account alive"
}
