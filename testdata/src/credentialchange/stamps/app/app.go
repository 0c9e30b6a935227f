// Package app has tokens that say the version and the stamp of their account. A change
// of the password is to raise one of them.
package app

import (
	"net/http"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"golang.org/x/crypto/bcrypt"

	"sessionlint.test/src/credentialchange/stamps/accounts"
)

type claims struct {
	Version int    `json:"ver"`
	Stamp   string `json:"stamp"`
	jwt.RegisteredClaims
}

type app struct {
	store *accounts.Store
	key   []byte
}

func (a *app) token(account *accounts.Account) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims{account.TokenVersion, account.SecurityStamp, jwt.RegisteredClaims{
		ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour)),
	}}).SignedString(a.key)
}

func (a *app) current(r *http.Request) *accounts.Account {
	var account accounts.Account
	a.store.DB.First(&account, r.Context().Value("account"))
	return &account
}

func (a *app) proved(account *accounts.Account, r *http.Request) bool {
	return bcrypt.CompareHashAndPassword(account.PasswordHash, []byte(r.PostFormValue("old"))) == nil
}

func (a *app) keeps(w http.ResponseWriter, r *http.Request) {
	account := a.current(r)
	if !a.proved(account, r) || a.store.SetPassword(account, r.PostFormValue("new")) != nil { // want credentialchange:"password change leaves the other sessions of the account alive .raise a version that they carry"
		http.Error(w, "not changed", http.StatusForbidden)
	}
}

// The revision of the record is in no token.
func (a *app) revises(w http.ResponseWriter, r *http.Request) {
	account := a.current(r)
	account.Revision++
	if !a.proved(account, r) || a.store.SetPassword(account, r.PostFormValue("new")) != nil { // want credentialchange:"raise a version that they carry"
		http.Error(w, "not changed", http.StatusForbidden)
	}
}

func (a *app) raises(w http.ResponseWriter, r *http.Request) {
	account := a.current(r)
	if !a.proved(account, r) || a.store.SetPassword(account, r.PostFormValue("new")) != nil || a.store.RaiseVersion(account) != nil {
		http.Error(w, "not changed", http.StatusForbidden)
	}
}

func (a *app) restamps(w http.ResponseWriter, r *http.Request) {
	account := a.current(r)
	if !a.proved(account, r) || a.store.SetPassword(account, r.PostFormValue("new")) != nil || a.store.Restamp(account) != nil {
		http.Error(w, "not changed", http.StatusForbidden)
	}
}

func (a *app) counts(w http.ResponseWriter, r *http.Request) {
	account := a.current(r)
	account.TokenVersion++
	if !a.proved(account, r) || a.store.SetPassword(account, r.PostFormValue("new")) != nil {
		http.Error(w, "not changed", http.StatusForbidden)
	}
}

func (a *app) inSQL(w http.ResponseWriter, r *http.Request) {
	account := a.current(r)
	if !a.proved(account, r) || a.store.SetPassword(account, r.PostFormValue("new")) != nil {
		http.Error(w, "not changed", http.StatusForbidden)
		return
	}
	a.store.SQL.Exec("UPDATE accounts SET token_version = token_version + 1 WHERE id = ?", account.ID)
}

func (a *app) stampInSQL(w http.ResponseWriter, r *http.Request) {
	account := a.current(r)
	if !a.proved(account, r) || a.store.SetPassword(account, r.PostFormValue("new")) != nil {
		http.Error(w, "not changed", http.StatusForbidden)
		return
	}
	a.store.SQL.Exec("UPDATE accounts SET security_stamp = gen_random_uuid() WHERE id = ?", account.ID)
}
