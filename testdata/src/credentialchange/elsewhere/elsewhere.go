// Package elsewhere keeps passwords that log nobody in here: the program itself
// uses them, at the servers of others.
package elsewhere

import (
	"database/sql"
	"encoding/json"
	"net/http"

	"gorm.io/gorm"
)

// A mailer is what a library offers: the password is a property of it.
type mailer interface {
	SetPassword(password string)
	Send(to, text string) error
}

type app struct {
	mail mailer
	db   *gorm.DB
	raw  *sql.DB
	auth authStore
}

// A test mail with the password that was just entered.
func (a *app) testMail(w http.ResponseWriter, r *http.Request) {
	a.mail.SetPassword(r.PostFormValue("password"))
	if err := a.mail.Send(r.PostFormValue("to"), "it works"); err != nil {
		http.Error(w, "no mail", http.StatusBadGateway)
	}
}

// A MailAccount is a mailbox at a server of somebody else.
type MailAccount struct {
	ID       uint
	Host     string
	Port     int
	Username string
	Password string
}

// The mailbox is asked with what is stored: the record has a host.
func (a *app) saveMailbox(w http.ResponseWriter, r *http.Request) {
	var box MailAccount
	if err := a.db.First(&box, r.PathValue("id")).Error; err != nil {
		http.NotFound(w, r)
		return
	}
	box.Password = r.PostFormValue("password")
	if err := a.db.Save(&box).Error; err != nil {
		http.Error(w, "not saved", http.StatusInternalServerError)
	}
}

// An AuthSource is a directory that the program asks who somebody is.
type AuthSource struct {
	Name         string
	URL          string
	BindDN       string
	BindPassword string
}

type authStore interface {
	GetAuthSource(name string) (*AuthSource, error)
	UpdateAuthSource(*AuthSource) error
}

// The password of the program at the directory.
func (a *app) saveDirectory(w http.ResponseWriter, r *http.Request) {
	source, err := a.auth.GetAuthSource(r.PathValue("name"))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	source.BindPassword = r.PostFormValue("bind_password")
	if err := a.auth.UpdateAuthSource(source); err != nil {
		http.Error(w, "not saved", http.StatusInternalServerError)
	}
}

// The same, decoded as a whole.
func (a *app) replaceDirectory(w http.ResponseWriter, r *http.Request) {
	var source AuthSource
	if err := json.NewDecoder(r.Body).Decode(&source); err != nil {
		http.Error(w, "not understood", http.StatusBadRequest)
		return
	}
	if err := a.auth.UpdateAuthSource(&source); err != nil {
		http.Error(w, "not saved", http.StatusInternalServerError)
	}
}

// A table of accounts at other programs.
func (a *app) saveProxy(w http.ResponseWriter, r *http.Request) {
	_, err := a.raw.ExecContext(r.Context(), `UPDATE accounts SET proxy_password = $1 WHERE id = $2`,
		r.PostFormValue("proxy_password"), r.PathValue("id"))
	if err != nil {
		http.Error(w, "not saved", http.StatusInternalServerError)
	}
}

// A User logs in here.
type User struct {
	ID       uint
	Name     string
	Website  string
	Password string
}

// The look-alike: what is changed is what a user logs in with.
func (a *app) savePassword(w http.ResponseWriter, r *http.Request) {
	var user User
	if err := a.db.First(&user, r.PathValue("id")).Error; err != nil {
		http.NotFound(w, r)
		return
	}
	user.Password = r.PostFormValue("password")
	if err := a.db.Save(&user).Error; err != nil { // want credentialchange:"leaves the other sessions of the account alive"
		http.Error(w, "not saved", http.StatusInternalServerError)
	}
}

// An accountService is asked for one account: whose password it is, is said.
type accountService interface {
	SetPassword(id, password string) error
}

func setPassword(accounts accountService) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := accounts.SetPassword(r.PathValue("id"), r.PostFormValue("password")); err != nil { // want credentialchange:"leaves the other sessions of the account alive"
			http.Error(w, "not saved", http.StatusInternalServerError)
		}
	}
}
