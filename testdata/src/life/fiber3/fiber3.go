// Package fiber3 keeps its sessions with the middleware of fiber v3.
package fiber3

import (
	"github.com/gofiber/fiber/v3"
	"github.com/gofiber/fiber/v3/middleware/session"
	"golang.org/x/crypto/bcrypt"
	"gorm.io/gorm"
)

// An Account is somebody's.
type Account struct {
	ID           uint
	Name         string
	PasswordHash []byte
	TokenVersion int
}

type app struct{ db *gorm.DB }

func (a *app) login(c fiber.Ctx) error {
	var account Account
	if err := a.db.Where("name = ?", c.FormValue("name")).First(&account).Error; err != nil {
		return fiber.ErrUnauthorized
	}
	if bcrypt.CompareHashAndPassword(account.PasswordHash, []byte(c.FormValue("password"))) != nil {
		return fiber.ErrUnauthorized
	}
	sess := session.FromContext(c)
	// cut 3: sessionrotation:"without renewing the session ID"
	if err := sess.Regenerate(); err != nil {
		return err
	}
	sess.Set("account_id", account.ID)
	return c.Redirect().To("/")
}

func (a *app) logout(c fiber.Ctx) error {
	sess := session.FromContext(c)
	// cut 3: logoutinvalidation:"alive on the server"
	if err := sess.Destroy(); err != nil {
		return err
	}
	if sess != nil {
		c.ClearCookie("session_id")
	}
	return c.SendStatus(fiber.StatusNoContent)
}

func (a *app) currentAccount(c fiber.Ctx) (account Account, err error) {
	return account, a.db.First(&account, session.FromContext(c).Get("account_id")).Error
}

func (a *app) changePassword(c fiber.Ctx) error {
	account, err := a.currentAccount(c)
	if err != nil {
		return fiber.ErrUnauthorized
	}
	// cut 3: sensitiveaction:"without asking for the current one"
	if bcrypt.CompareHashAndPassword(account.PasswordHash, []byte(c.FormValue("current"))) != nil {
		return fiber.ErrForbidden
	}
	account.PasswordHash, err = bcrypt.GenerateFromPassword([]byte(c.FormValue("new")), bcrypt.DefaultCost)
	if err != nil {
		return err
	}
	account.TokenVersion++ // cut: credentialchange:"sessions of the account alive"
	return a.db.Save(&account).Error
}
