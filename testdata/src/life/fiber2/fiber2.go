// Package fiber2 keeps its sessions with the middleware of fiber v2.
package fiber2

import (
	"database/sql"

	"github.com/alexedwards/argon2id"
	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/session"
)

type app struct {
	db    *sql.DB
	store *session.Store
}

func (a *app) login(c *fiber.Ctx) error {
	var hash string
	var id int
	if err := a.db.QueryRow(`SELECT id, hash FROM accounts WHERE name = $1`, c.FormValue("name")).Scan(&id, &hash); err != nil {
		return fiber.ErrUnauthorized
	}
	ok, err := argon2id.ComparePasswordAndHash(c.FormValue("password"), hash)
	if err != nil || !ok {
		return fiber.ErrUnauthorized
	}
	sess, err := a.store.Get(c)
	if err != nil {
		return err
	}
	// cut 3: sessionrotation:"without renewing the session ID"
	if err := sess.Regenerate(); err != nil {
		return err
	}
	sess.Set("account_id", id)
	// cut 3: sessionsave:"never saved"
	if err := sess.Save(); err != nil {
		return err
	}
	return c.Redirect("/")
}

func (a *app) logout(c *fiber.Ctx) error {
	sess, err := a.store.Get(c)
	if err != nil {
		return err
	}
	// cut 3: logoutinvalidation:"alive on the server"
	if err := sess.Destroy(); err != nil {
		return err
	}
	c.ClearCookie("session_id")
	return sess.Save()
}

func (a *app) changePassword(c *fiber.Ctx) error {
	sess, err := a.store.Get(c)
	if err != nil {
		return err
	}
	id, ok := sess.Get("account_id").(int)
	if !ok {
		return fiber.ErrUnauthorized
	}
	// cut 3: sensitiveaction:"without asking for the current one"
	if !a.knows(id, c.FormValue("current")) {
		return fiber.ErrForbidden
	}
	fresh, err := argon2id.CreateHash(c.FormValue("new"), argon2id.DefaultParams)
	if err != nil {
		return err
	}
	if _, err := a.db.Exec(`UPDATE accounts SET hash = $1 WHERE id = $2`, fresh, id); err != nil {
		return err
	}
	if a.store != nil {
		a.store.Reset() // cut: credentialchange:"sessions of the account alive"
	}
	return nil
}

// knows reports whether a password is that of an account.
func (a *app) knows(id int, password string) bool {
	var hash string
	if err := a.db.QueryRow(`SELECT hash FROM accounts WHERE id = $1`, id).Scan(&hash); err != nil {
		return false
	}
	ok, err := argon2id.ComparePasswordAndHash(password, hash)
	return err == nil && ok
}
