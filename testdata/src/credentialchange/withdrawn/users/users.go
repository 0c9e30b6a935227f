// Package users runs prepared statements whose text is elsewhere.
package users

import "database/sql"

// A Core has the statements.
type Core struct{ SetFactor, EndSessions *sql.Stmt }

// SetTwoFA stores the second factor of a user.
func (c *Core) SetTwoFA(id int, kind, secret string) error {
	_, err := c.SetFactor.Exec(id, kind, secret)
	return err
}

// DeleteSessions ends all sessions of a user.
func (c *Core) DeleteSessions(id int) error {
	_, err := c.EndSessions.Exec(id)
	return err
}
