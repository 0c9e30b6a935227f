// Package controllers keeps its sessions with beego.
package controllers

import (
	"net/http"

	"github.com/beego/beego/v2/server/web"
	"golang.org/x/crypto/bcrypt"
)

// A User has an account.
type User struct {
	ID   int
	Hash []byte
}

// Users is where the accounts are.
type Users interface {
	FindUser(name string) (*User, error)
	GetUser(id any) (*User, error)
	SaveUser(u *User) error
	RevokeSessions(userID int) error
}

// A Door is the controller.
type Door struct {
	web.Controller
	users Users
}

// Post logs in.
func (d *Door) Post() {
	user, err := d.users.FindUser(d.GetString("name"))
	if err != nil || bcrypt.CompareHashAndPassword(user.Hash, []byte(d.GetString("password"))) != nil {
		d.Abort("401")
		return
	}
	// cut 4: sessionrotation:"without renewing the session ID"
	if err := d.SessionRegenerateID(); err != nil {
		d.Abort("500")
		return
	}
	d.SetSession("uid", user.ID)
}

// Logout leaves.
func (d *Door) Logout() {
	// cut 4: logoutinvalidation:"alive on the server"
	if err := d.DestroySession(); err != nil {
		d.Abort("500")
		return
	}
	d.Ctx.SetCookie("beegosessionID", "", -1, "/")
}

// ChangePassword asks for the old one.
func (d *Door) ChangePassword() {
	user, err := d.users.GetUser(d.GetSession("uid"))
	if err != nil {
		d.Abort("401")
		return
	}
	// cut 4: sensitiveaction:"without asking for the current one"
	if bcrypt.CompareHashAndPassword(user.Hash, []byte(d.GetString("old"))) != nil {
		d.Abort("403")
		return
	}
	user.Hash, err = bcrypt.GenerateFromPassword([]byte(d.GetString("new")), bcrypt.DefaultCost)
	if err != nil || d.users.SaveUser(user) != nil {
		d.Abort("500")
		return
	}
	d.users.RevokeSessions(user.ID) // cut: credentialchange:"sessions of the account alive"
	d.Redirect("/", http.StatusSeeOther)
}
